import { CFB } from "@e965/xlsx";

/** Records of the binary format of Excel 5.0/95 that the smallest workbook needs. Source: [MS-XLS], BIFF5. */
const BOF = 0x0809;
const EOF = 0x000a;
const CODEPAGE = 0x0042;
const BOUNDSHEET = 0x0085;
const LABEL = 0x0204;
const NUMBER = 0x0203;
const FILEPASS = 0x002f;
const WORKBOOK = 0x0005;
const WORKSHEET = 0x0010;

/** "部门预算" and "行政运行" in GBK, in which Chinese Excel 95 writes. */
const SHEET_IN_GBK = [0xb2, 0xbf, 0xc3, 0xc5, 0xd4, 0xa4, 0xcb, 0xe3];
const NAME_IN_GBK = [0xd0, 0xd0, 0xd5, 0xfe, 0xd4, 0xcb, 0xd0, 0xd0];

function record(type: number, ...bytes: number[]): number[] {
  return [type & 255, type >> 8, bytes.length & 255, bytes.length >> 8, ...bytes];
}

const short = (value: number) => [value & 255, value >> 8];

/** A file of Excel 95 with one sheet: A1 行政运行 as GBK text, B1 571.92. */
export function excel95(): Uint8Array {
  const bof = (kind: number) => record(BOF, ...short(0x0500), ...short(kind), 0, 0, 0, 0);
  const codepage = record(CODEPAGE, ...short(936));
  const number = [...new Uint8Array(new Float64Array([571.92]).buffer)];
  const sheet = [
    ...bof(WORKSHEET),
    ...record(LABEL, 0, 0, 0, 0, 0, 0, ...short(NAME_IN_GBK.length), ...NAME_IN_GBK),
    ...record(NUMBER, 0, 0, ...short(1), 0, 0, ...number),
    ...record(EOF),
  ];
  const bound = (offset: number) =>
    record(BOUNDSHEET, ...short(offset), 0, 0, 0, 0, SHEET_IN_GBK.length, ...SHEET_IN_GBK);
  const globals = (offset: number) => [...bof(WORKBOOK), ...codepage, ...bound(offset), ...record(EOF)];
  return container("/Book", new Uint8Array([...globals(globals(0).length), ...sheet]));
}

/** An .xls whose first stream says that it opens with a password (RC4). */
export function withPassword(xls: Uint8Array): Uint8Array {
  const found = CFB.find(CFB.read(xls, { type: "array" }), "Workbook");
  const content = found ? new Uint8Array(found.content as ArrayLike<number>) : new Uint8Array();
  const behindBof = 4 + (content[2] ?? 0);
  const pass = record(FILEPASS, 1, 0, 1, 0, 1, 0, ...Array.from({ length: 48 }, (_, index) => index + 1));
  return container(
    "/Workbook",
    new Uint8Array([...content.slice(0, behindBof), ...pass, ...content.slice(behindBof)]),
  );
}

function container(name: string, content: Uint8Array): Uint8Array {
  const file = CFB.utils.cfb_new();
  CFB.utils.cfb_add(file, name, content);
  return new Uint8Array(CFB.write(file, { type: "array" }) as unknown as ArrayBuffer);
}
