import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { OperationPreview, OperationRequest } from '../../../core/commerce/operation-api.ts';
import { operationsApi } from './operations-api.ts';

const settlesAfter = 250;

/** What would come of it, asked for when the form rests. `current`: of what stands there now. */
export function usePreview(orderId: string, wish: Omit<OperationRequest, 'key'> | null) {
  const asked = wish && JSON.stringify(wish);
  const settled = useSettled(asked);
  const { data, error, isPlaceholderData, refetch } = useQuery<OperationPreview>({
    queryKey: ['operations', 'preview', orderId, settled],
    queryFn: ({ signal }) =>
      operationsApi.preview(orderId, JSON.parse(settled!) as Omit<OperationRequest, 'key'>, signal),
    enabled: settled !== null,
    placeholderData: (before) => before,
    staleTime: 0,
    gcTime: 0,
  });
  const current = asked !== null && asked === settled && !isPlaceholderData;
  return { preview: asked === null ? undefined : data, error: current ? error : null, current, refetch };
}

/** null at once; anything else when it has stood for a moment. */
function useSettled(value: string | null): string | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === null ? 0 : settlesAfter);
    return () => clearTimeout(timer);
  }, [value]);
  return value === null ? null : settled;
}
