/**
 * Namespaces by the short name that the code uses for them. Transitional and strict files differ only in these, so
 * both spellings share one short name and nothing else has to know the difference.
 * Source: ECMA-376 parts 1 and 2 (strict), part 4 (transitional); [MS-XLSX] 2.1 (x14, xm).
 */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "",
  "http://purl.oclc.org/ooxml/spreadsheetml/main": "",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r:",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r:",
  "http://schemas.openxmlformats.org/package/2006/relationships": "rel:",
  "http://schemas.openxmlformats.org/package/2006/content-types": "ct:",
  "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main": "x14:",
  "http://schemas.microsoft.com/office/excel/2006/main": "xm:",
  "http://www.w3.org/XML/1998/namespace": "xml:",
  "urn:schemas-microsoft-com:vml": "v:",
  "urn:schemas-microsoft-com:office:excel": "o:",
};

export const STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/** In front of the name of an element whose namespace the code does not know. */
const UNKNOWN = "?:";

/** The namespace declarations in force at one place of a document. */
export class NamespaceScope {
  /** Prefix ("" for the default) → URI. */
  readonly bindings: ReadonlyMap<string, string>;
  private readonly tags = new Map<string, string>();

  constructor(
    bindings: ReadonlyMap<string, string> = new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]),
  ) {
    this.bindings = bindings;
  }

  /** The scope inside an element with these attributes; this same one when it declares nothing. */
  within(attributes: Readonly<Record<string, string>>): NamespaceScope {
    let bindings: Map<string, string> | undefined;
    for (const name in attributes) {
      // Most names are told apart by their first letter; this is asked of every attribute.
      if (name[0] !== "x" || !name.startsWith("xmlns") || (name.length > 5 && name[5] !== ":")) continue;
      bindings ??= new Map(this.bindings);
      bindings.set(name.slice(6), attributes[name] ?? "");
    }
    return bindings ? new NamespaceScope(bindings) : this;
  }

  /** "x:row" → "row" where x is SpreadsheetML, "x14:cfRule" for a known extension, "?:any" for what is unknown. */
  tag(name: string): string {
    let tag = this.tags.get(name);
    if (tag === undefined) {
      const [prefix, local] = splitName(name);
      tag = (SHORT_NAMES[this.bindings.get(prefix) ?? ""] ?? UNKNOWN) + local;
      this.tags.set(name, tag);
    }
    return tag;
  }

  /** The value of an attribute by short name, such as "r:id", whatever prefix the document uses. */
  attribute(attributes: Readonly<Record<string, string>>, tag: string): string | undefined {
    for (const name in attributes) if (name.includes(":") && this.tag(name) === tag) return attributes[name];
    return undefined;
  }

  /** A prefix bound to one of these URIs, or undefined; the default namespace does not count. */
  prefixOf(...uris: readonly string[]): string | undefined {
    return [...this.bindings].find(([prefix, uri]) => prefix !== "" && uris.includes(uri))?.[0];
  }
}

/** "x:row" → ["x", "row"], "row" → ["", "row"]. */
function splitName(name: string): readonly [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}
