import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { standardApi } from '../../lib/standard-api.ts';
import { readCases } from './case-file.ts';

const key = ['standard-cases'];

/** The shop's case file, line by line. */
export function useCases() {
  const client = useQueryClient();
  const {
    data: text,
    error,
    refetch,
  } = useQuery({ queryKey: key, queryFn: standardApi.cases, staleTime: 0 });
  const lines = useMemo(() => (text === undefined ? undefined : readCases(text)), [text]);
  return {
    lines,
    error,
    again: () => void refetch(),
    changed: () => client.invalidateQueries({ queryKey: key }),
  };
}
