/** What chat programs write for a face: not words, though made of letters. */

const bracketed = /\[([^[\]\s]{1,8})\]/y;
const feelings = new Set(
  (
    '微笑 笑 大笑 偷笑 憨笑 呲牙 龇牙 坏笑 奸笑 笑哭 苦笑 可爱 调皮 害羞 得意 愉快 开心 高兴 亲亲 飞吻 么么哒 爱心 心 心碎 玫瑰 鲜花 花 ' +
    '抱拳 握手 拥抱 抱抱 强 赞 点赞 棒 鼓掌 胜利 加油 ok 好的 耶 嘿哈 礼物 礼花 蛋糕 庆祝 红包 福 发 太阳 月亮 晚安 再见 挥手 ' +
    '流泪 大哭 哭 快哭了 委屈 可怜 难过 尴尬 汗 流汗 冷汗 擦汗 发呆 疑问 惊讶 惊恐 晕 衰 困 睡 闭嘴 白眼 鄙视 撇嘴 傲慢 抠鼻 捂脸 ' +
    '发怒 怒 生气 抓狂 咒骂 敲打 炸弹 便便 弱 拳头 猪头 狗头 旺柴 吃瓜 裂开 社会社会 机智 嘴唇 咖啡 干杯 啤酒 ' +
    'smile grin laugh joy cry heart rose thumbsup clap wave hug wink'
  ).split(' '),
);
const hashCode = /#e-[a-z](?:\d+|\[数字x\])?/iy;
const slashColon = /\/:[!-~]{1,6}/y;

/** The length of the sticker code that begins at `index`, 0 where none does. */
export function stickerLength(text: string, index: number): number {
  switch (text.charCodeAt(index)) {
    case 0x5b: {
      const name = matchAt(bracketed, text, index)?.[1];
      return name !== undefined && feelings.has(name.toLowerCase()) ? name.length + 2 : 0;
    }
    case 0x23:
      return matchAt(hashCode, text, index)?.[0].length ?? 0;
    case 0x2f:
      return matchAt(slashColon, text, index)?.[0].length ?? 0;
    default:
      return 0;
  }
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
