/** A file on its way out. Only what its bytes say is a picture is ever shown in place; all else is a download. */
import type { FastifyReply } from 'fastify';
import type { Strand } from '../../../core/conversations/merge.ts';
import { ownSeq } from '../../../core/conversations/merge.ts';
import { refuse } from '../../../core/refusal.ts';
import { inShop } from '../../platform/database/pool.ts';
import { pictureTypes } from '../../platform/files/sniff.ts';
import type { Sender } from './attachments.ts';
import type { Conversations } from './context.ts';

/** Who asks: the right to the conversation was looked at before. Unsent, a file is there for its uploader, and while its reply is held for whoever decides. */
export async function serveFile(
  { pool, files }: Pick<Conversations, 'pool' | 'files'>,
  { shopId, conversationId, kind, id }: Sender,
  attachmentId: string,
  reply: FastifyReply,
  /** Where what they may read stands. */
  strands: Strand[] = [{ conversationId, after: 0, upTo: null }],
): Promise<FastifyReply> {
  const [row] = await inShop(pool, shopId, (tx) =>
    tx.query<{
      name: string | null;
      mime: string;
      hash: string;
      conversation_id: string;
      seq: number | null;
    }>(
      `select a.name, a.mime, a.hash, a.conversation_id, m.seq from attachments a
      left join messages m on m.shop_id = a.shop_id and m.attachment_id = a.attachment_id
      where a.shop_id = $1 and a.attachment_id = $2 and a.conversation_id = any($3::uuid[]) and a.hash is not null
        and (a.state = 'posted' or (a.state = 'ready' and a.uploader = $4 and (a.uploader_id = $5 or exists (
          select 1 from holds h where h.shop_id = a.shop_id and h.attachment_id = a.attachment_id and h.outcome is null))))`,
      [shopId, attachmentId, strands.map((one) => one.conversationId), kind, id],
    ),
  );
  const theirs = row && (row.seq === null || ownSeq(strands, row.conversation_id, row.seq) !== null);
  const file = theirs && (await files.open(shopId, row.hash));
  if (!file) refuse({ code: 'not-found', what: 'file' });
  const shown = pictureTypes.includes(row.mime);
  reply
    .header('content-type', shown ? row.mime : 'application/octet-stream')
    .header('content-disposition', `${shown ? 'inline' : 'attachment'}; ${fileNames(row.name ?? 'file')}`)
    .header('content-length', file.size)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cross-origin-resource-policy', kind === 'agent' ? 'same-origin' : 'cross-origin')
    // Asked for anew each time, so that whoever loses the right loses the picture.
    .header('cache-control', 'private, no-cache')
    .header('etag', `"${row.hash}"`);
  if (reply.request.headers['if-none-match'] === `"${row.hash}"`) {
    file.stream.destroy();
    return reply.code(304).removeHeader('content-length').send();
  }
  return reply.send(file.stream);
}

/** For every browser in ASCII, and as it is for those that read RFC 8187. */
function fileNames(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const coded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${coded}`;
}
