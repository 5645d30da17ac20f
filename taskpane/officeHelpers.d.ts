/**
 * The one helper used of @microsoft/office-js-helpers, by its prebuilt bundle. Declared here because the package's own
 * types pull a second copy of the Office types and Microsoft Teams into every file.
 */
declare module "@microsoft/office-js-helpers/dist/office.helpers.min.js" {
  export const StorageType: {
    readonly LocalStorage: 0;
    readonly SessionStorage: 1;
    readonly InMemoryStorage: 2;
  };

  /** Values kept as JSON under "@container/key"; the constructor throws where the browser denies storage. */
  export class Storage<T> {
    constructor(container: string, type?: 0 | 1 | 2);
    get(key: string): T | null | undefined;
    set(key: string, value: T): T;
  }
}
