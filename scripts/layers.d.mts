/** A folder of the product; `mayImport` names others by their last part. */
export interface Layer {
  readonly folder: string;
  readonly holds: string;
  readonly mayImport: readonly string[];
}

export function readLayers(root: string): readonly Layer[];
export function shortName(folder: string): string;
export function importsIn(
  root: string,
  folder: string,
): readonly { readonly file: string; readonly imports: readonly string[] }[];
export function layerOf(layers: readonly Layer[], path: string): Layer | undefined;
export function layersText(root: string): string;
export function pageParts(root: string): {
  readonly before: string;
  readonly layers: string;
  readonly after: string;
};
