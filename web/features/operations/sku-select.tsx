import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { OrderLine } from '../../../core/commerce/order-api.ts';
import { operationsApi } from './operations-api.ts';
import { useOperationsWords } from './words.ts';

interface Props {
  line: OrderLine;
  label: string;
  value: string | undefined;
  onChange(skuCode: string): void;
}

/** The other sizes and colours of the same product, with what is left of each; none that is out of stock can be chosen. */
export function SkuSelect({ line: { productId, skuCode }, label, value, onChange }: Props) {
  const say = useOperationsWords();
  const { data, isPending } = useQuery({
    queryKey: ['operations', 'skus', skuCode],
    queryFn: () => operationsApi.products(skuCode ?? ''),
    enabled: skuCode !== null,
  });
  const product = data?.find((one) => one.productId === productId) ?? data?.[0];
  const others = product?.skus.filter((sku) => sku.code !== skuCode) ?? [];
  return (
    <Select
      className="operation-select"
      data-testid="instead"
      aria-label={label}
      placeholder={label}
      loading={isPending && skuCode !== null}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={say('field.to.none')}
      value={value}
      options={others.map(({ code, spec, size, stock }) => ({
        value: code,
        label: [spec ?? size ?? code, stock !== null && say('field.to.left', { count: stock })]
          .filter(Boolean)
          .join(' · '),
        disabled: stock !== null && stock <= 0,
      }))}
      onChange={onChange}
    />
  );
}
