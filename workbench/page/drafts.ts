/**
 * Automatic copies of workbooks with edits that were not saved, in the browser's own storage (IndexedDB): they leave this
 * computer no more than the files do.
 */
export interface Draft {
  /** Of the page and the opening it belongs to; another page does not offer it as long as that one lives. */
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Drafts {
  keep(draft: Draft): Promise<void>;
  forget(id: string): Promise<void>;
  /** Those whose page is gone, the newest first. */
  left(): Promise<readonly Draft[]>;
  /** Says that this page lives and holds a draft of this id, for as long as it does. */
  hold(id: string): void;
}

const DATABASE = "gouji";
const DRAFTS = "drafts";
const LOCK = "gouji draft ";
/** Whoever never looks at what is offered has no use for more. */
const MOST_KEPT = 5;

/** The drafts of this browser. Where it keeps nothing (a private window), nothing is kept, and that is no failure. */
export function browserDrafts(): Drafts {
  const opened = open().catch(() => undefined);
  const all = async () => {
    const database = await opened;
    if (!database) return [];
    const found = await finished(
      database.transaction(DRAFTS).objectStore(DRAFTS).getAll() as IDBRequest<Draft[]>,
    );
    return found.sort((one, other) => other.at - one.at);
  };
  const change = async (work: (drafts: IDBObjectStore) => IDBRequest) => {
    const database = await opened;
    if (database) await finished(work(database.transaction(DRAFTS, "readwrite").objectStore(DRAFTS)));
  };
  const forget = (id: string) => change((drafts) => drafts.delete(id));
  return {
    keep: async (draft) => {
      await change((drafts) => drafts.put(draft));
      for (const { id } of (await all()).slice(MOST_KEPT)) await forget(id);
    },
    forget,
    left: async () => {
      const found = await all();
      const gone = await Promise.all(found.map(({ id }) => isGone(id)));
      return found.filter((_draft, index) => gone[index]);
    },
    hold: (id) => {
      // Held until the page goes: the browser gives it up then by itself.
      void navigator.locks.request(LOCK + id, () => new Promise(() => {}));
    },
  };
}

/** Milliseconds that a page which is being left may still hold its drafts. */
const LEAVING = 5000;

/** True once no page holds a draft of this id any more; false for one that is still held after a while. */
function isGone(id: string): Promise<boolean> {
  return navigator.locks
    .request(LOCK + id, { signal: AbortSignal.timeout(LEAVING) }, () => true)
    .catch(() => false);
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener("upgradeneeded", () =>
    request.result.createObjectStore(DRAFTS, { keyPath: "id" }),
  );
  return finished(request);
}

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("the browser keeps nothing")));
  });
}
