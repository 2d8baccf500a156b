import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { standardOf, type Standard } from '../../../core/standard/apply-settings.ts';
import { standardApi } from '../../lib/standard-api.ts';

/** What this shop judges by now. */
export function useStandard(): { standard: Standard | undefined; error: Error | null; again(): void } {
  const { data, error, refetch } = useQuery({ queryKey: ['standard'], queryFn: standardApi.standard });
  const standard = useMemo(() => {
    if (!data) return undefined;
    const { version, settings, toothless } = data;
    return standardOf({ version, settings, toothless: toothless.map(({ rule }) => rule) });
  }, [data]);
  return { standard, error, again: () => void refetch() };
}
