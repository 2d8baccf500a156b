/** Which shop an import is for. */
import type { Shop, Shops } from '../../server/modules/team/index.ts';
import { OperatorError } from '../../server/platform/operator-error.ts';

export async function findShop(shops: Shops, slug: string | null): Promise<Shop> {
  const ids = await shops.ids();
  const known = await Promise.all(ids.map((id) => shops.get(id)));
  const wanted = slug === null && known.length === 1 ? known[0] : known.find((shop) => shop.slug === slug);
  if (wanted) return wanted;
  const names = known.map((shop) => shop.slug).join(', ');
  if (known.length === 0) {
    throw new OperatorError({
      zh: '这里还没有店铺。请先运行一次 npm start，再导入。',
      en: 'There is no shop yet. Run npm start once, then import.',
    });
  }
  throw new OperatorError(
    slug === null
      ? {
          zh: `这里有几家店铺（${names}）。请用 --shop 说明导入哪一家。`,
          en: `There are several shops (${names}). Say with --shop which one to import into.`,
        }
      : {
          zh: `没有店铺“${slug}”。--shop 可以是：${names}。`,
          en: `There is no shop "${slug}". --shop may be: ${names}.`,
        },
  );
}
