import { WorkbookFileError } from "../../fileError";
import { decodeText } from "../../xml/encoding";
import { scanXml } from "../../xml/scanXml";
import type { XmlElement, XmlEnd, XmlHandlers } from "../../xml/scanXml";
import { notPlain } from "./plainly";

/** The stretch of a part that was read straight from its bytes: what is inside one element. */
export interface ReadStretch {
  readonly start: number;
  readonly end: number;
  /** The element around it, and how deep it stands: 0 for the root. */
  readonly tag: string;
  readonly depth: number;
  /** Elements that may stand in the stretch alone. */
  readonly inside: readonly string[];
}

/**
 * Scans what stands around a stretch that has been read already, with the stretch left out. Not plain unless the rest
 * is well-formed and has nothing in place of the stretch but the one element that should be around it.
 */
export function scanAround(
  bytes: Uint8Array,
  part: string,
  stretch: ReadStretch,
  handlers: XmlHandlers,
): void {
  const before = textOf(bytes.subarray(0, stretch.start), part);
  const text = before + textOf(bytes.subarray(stretch.end), part);
  const around = new AroundStretch(handlers, stretch, before.length);
  soundly(() => scanXml(text, part, around));
  if (!around.hasPlace) notPlain();
}

function textOf(bytes: Uint8Array, part: string): string {
  const { text, encoding } = soundly(() => decodeText(bytes, part));
  return encoding === "utf-8" ? text : notPlain();
}

/** Leaves damage to the strict way, so that it is told in the same words whatever else there is. */
function soundly<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof WorkbookFileError) return notPlain();
    throw error;
  }
}

class AroundStretch implements XmlHandlers {
  /** True once the element was met out of which the stretch was taken. */
  hasPlace = false;
  private depth = 0;

  constructor(
    private readonly handlers: XmlHandlers,
    private readonly stretch: ReadStretch,
    /** Where the stretch was taken out of the text. */
    private readonly place: number,
  ) {}

  open(element: XmlElement): void {
    const { tag, depth, inside } = this.stretch;
    if (inside.includes(element.tag)) notPlain();
    if (element.tag === tag) {
      if (this.hasPlace || this.depth !== depth || element.isSelfClosing) notPlain();
      if (element.startTagEnd !== this.place) notPlain();
      this.hasPlace = true;
    }
    this.depth++;
    this.handlers.open?.(element);
  }

  text(text: string): void {
    this.handlers.text?.(text);
  }

  close(element: XmlElement, end: XmlEnd): void {
    this.depth--;
    if (element.tag === this.stretch.tag && end.endTagStart !== this.place) notPlain();
    this.handlers.close?.(element, end);
  }
}
