import { expect, test } from 'vitest';
import { docx, pdf, png, zip } from '../../../test/files.ts';
import { officeKind } from './office.ts';
import { pictureSize } from './picture-size.ts';
import { safeName } from './safe-name.ts';
import { mayBe, sniff } from './sniff.ts';

const kindOf = (bytes: Buffer) => sniff({ head: bytes, tail: bytes, size: bytes.length })?.mime ?? null;
const latin = (text: string) => Buffer.from(text, 'latin1');

test.each<[string, Buffer, string | null]>([
  ['png', png(1, 1), 'image/png'],
  ['jpeg', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'image/jpeg'],
  ['gif', latin('GIF89a\x01\0\x01\0'), 'image/gif'],
  ['webp', latin('RIFF\0\0\0\0WEBPVP8 '), 'image/webp'],
  ['a RIFF that is a sound', latin('RIFF\0\0\0\0WAVEfmt '), null],
  ['pdf', pdf, 'application/pdf'],
  ['mp4', latin('\0\0\0\x18ftypmp42\0\0\0\0'), 'video/mp4'],
  ['a picture of an iPhone, which no browser shows', latin('\0\0\0\x18ftypheic\0\0\0\0'), null],
  ['docx', docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['a plain archive', zip(['a.txt', 'b/c.exe']), null],
  ['a document cut short', docx.subarray(0, -10), null],
  ['html', latin('<!doctype html>'), null],
  ['an svg', latin('<?xml version="1.0"?><svg/>'), null],
  ['nothing', Buffer.alloc(0), null],
])('%s', (_, bytes, mime) => {
  expect(kindOf(bytes)).toBe(mime);
  if (mime !== null) expect(mayBe(bytes)).toBe(true);
});

test('a directory that claims to lie elsewhere is not followed', () => {
  const bent = Buffer.from(docx);
  bent.writeUInt32LE(0xfffffff0, bent.length - 6);
  expect(officeKind(bent, bent.length)).toBeNull();
});

test('the size of a picture comes from its header, and a header cut short has none', () => {
  expect(pictureSize('image/png', png(640, 480))).toEqual({ width: 640, height: 480 });
  const jpeg = latin('\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\x01\xe0\x02\x80\x03');
  expect(pictureSize('image/jpeg', Buffer.concat([jpeg, Buffer.alloc(8)]))).toEqual({
    width: 640,
    height: 480,
  });
  expect(pictureSize('image/png', latin('\x89PNG\r\n\x1a\n'))).toBeNull();
});

test('a name keeps the ending that its bytes have, and only that', () => {
  const pictures = { extensions: ['jpg', 'jpeg'] };
  expect(safeName('照片.JPEG', pictures)).toBe('照片.jpeg');
  expect(safeName('照片', pictures)).toBe('照片.jpg');
  expect(safeName('.htaccess', pictures)).toBe('htaccess.jpg');
  expect(safeName('长'.repeat(150), pictures)).toBe(`${'长'.repeat(120)}.jpg`);
});
