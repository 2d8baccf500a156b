/** What an agent writes on an ordinary day: short, middling and long, and each one different, as in life. */

const replies: ((number: number) => string)[] = [
  () => '好的，这就帮您看。',
  () => '您稍等，我查一下仓库的记录。',
  (n) => `查到了，您的包裹现在到第${n % 40}站，预计后天上午送到，到之前快递员会给您打电话。`,
  () => '这款连体衣是双层纱布的，夏天穿不闷，机洗的话装进洗衣袋，水温别超过三十度。',
  (n) => `您说的身高体重我记下了，宝宝现在八十多厘米，选九十码会宽松一点，能穿到明年春天。编号${n}。`,
  () => '换货可以的，吊牌留着，衣服没有下过水就行。',
  (n) =>
    `给您登记好了，登记号 ${n}。您把衣服放回原来的袋子，快递员明天下午两点到五点之间上门取，` +
    '不用付运费。我们收到以后当天验货，验好就把九十码的给您寄出，寄出时会在这里告诉您单号。' +
    '要是取件时间不方便，您提前说一声，我来改。',
  () => '颜色有米白、浅绿和雾蓝三种，雾蓝的最后几件了，其他两种都有现货。',
  (n) => `那我先给您留一件，留到今晚十点，您下单时备注“留件${n}”，仓库看到就会优先发出。`,
  () =>
    'The fabric is soft cotton and has been washed once, so it will not shrink much. Ninety is the right size.',
];

/** The reply number `n`, marked so that no two are the same. */
export function replyOf(n: number): string {
  return `${replies[n % replies.length]!(n)}（${n}）`;
}
