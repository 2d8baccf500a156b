import { useQuery, useQueryClient } from '@tanstack/react-query';

/** Stays while somebody looks at other pages; goes when they sign out, as everything of the desk does. */
export function useKept<T>(name: string, initial: T): [T, (value: T) => void] {
  const client = useQueryClient();
  const queryKey = ['bench-kept', name];
  const { data = initial } = useQuery({
    queryKey,
    queryFn: () => client.getQueryData<T>(queryKey) ?? initial,
    initialData: initial,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return [data, (value) => void client.setQueryData(queryKey, value)];
}
