import { isAtLeast } from "./objectType";
import type { ApiVersion } from "./objectType";

export interface OfficeOptions {
  /** The ExcelApi requirement set that the host plays. "1.15" when left out. */
  readonly level?: ApiVersion;
  /** "zh-CN" when left out. */
  readonly displayLanguage?: string;
  /** True where the page around takes back what add-ins change, whatever requirement set it plays; false when left out. */
  readonly keepsUndo?: boolean;
  /** Opens the task pane. */
  showTaskpane?(): void;
}

/** A ribbon command as the add-in hands it over. */
type Command = (event: { readonly source: { readonly id: string }; completed(): void }) => void;

/** The part of the Office namespace that this product uses. */
export interface OfficeNamespace {
  onReady(callback?: (info: OfficeInfo) => unknown): Promise<OfficeInfo>;
  readonly context: {
    readonly displayLanguage: string;
    readonly contentLanguage: string;
    readonly host: "Excel";
    readonly platform: "OfficeOnline";
    readonly requirements: { isSetSupported(name: string, minimum?: string): boolean };
    readonly document: Record<string, never>;
  };
  readonly actions: { associate(id: string, command: Command): void };
  readonly addin: { showAsTaskpane(): Promise<void> };
}

export interface OfficeInfo {
  readonly host: "Excel";
  readonly platform: "OfficeOnline";
}

/** The global object, or window, in which the add-in looks for Office. */
export interface OfficeHolder {
  Office?: unknown;
}

export interface OfficeStandIn {
  /** To be called once the Excel client has loaded: it makes an Office of its own. Lets onReady resolve. */
  clientLoaded(): void;
  /** Runs a ribbon command as a click does; settles when the add-in calls completed(). Rejects for an unknown id. */
  invoke(id: string): Promise<void>;
}

/** Sets beside ExcelApi; whatever is not listed is not supported. DelayForCellEdit is what Excel.run asks for. */
const OTHER_SETS: Readonly<Record<string, string>> = { SharedRuntime: "1.1", DelayForCellEdit: "1.1" };

/** The set by which the workbench tells its add-in that its own list of steps keeps what add-ins change (gridUndo.ts). */
const KEEPS_UNDO = "GoujiKeepsUndo";

const INFO: OfficeInfo = { host: "Excel", platform: "OfficeOnline" };

/**
 * Stands in for office.js, which would look for a Microsoft host: readiness, requirement sets, ribbon commands. Office is
 * there at once, so that pages can wait for onReady. For development and tests only.
 */
export function createOffice(holder: OfficeHolder, options: OfficeOptions = {}): OfficeStandIn {
  const commands = new Map<string, Command>();
  const sets: Readonly<Record<string, string>> = {
    ...OTHER_SETS,
    ExcelApi: options.level ?? "1.15",
    ...(options.keepsUndo && { [KEEPS_UNDO]: "1.1" }),
  };
  let ready = () => {};
  const readiness = new Promise<OfficeInfo>((resolve) => (ready = () => resolve(INFO)));
  const displayLanguage = options.displayLanguage ?? "zh-CN";
  const office: OfficeNamespace = {
    onReady: async (callback) => {
      const info = await readiness;
      await callback?.(info);
      return info;
    },
    context: {
      ...INFO,
      displayLanguage,
      contentLanguage: displayLanguage,
      requirements: {
        isSetSupported: (name, minimum = "1.1") => {
          const version = Object.hasOwn(sets, name) ? sets[name] : undefined;
          return version !== undefined && isAtLeast(version, String(minimum));
        },
      },
      document: {},
    },
    actions: { associate: (id, command) => void commands.set(id, command) },
    addin: {
      showAsTaskpane: () => {
        options.showTaskpane?.();
        return Promise.resolve();
      },
    },
  };
  holder.Office = { ...office };
  return {
    clientLoaded: () => {
      holder.Office = mergeInto(holder.Office, office);
      ready();
    },
    invoke: async (id) => {
      const command = commands.get(id);
      if (!command) throw new Error(`No function is associated with the command "${id}".`);
      await new Promise<void>((completed) => command({ source: { id }, completed }));
    },
  };
}

/** What the client has made stays, except where the stand-in has a member of the same name. */
function mergeInto(made: unknown, office: OfficeNamespace): unknown {
  const { actions, addin } = made as { actions?: object; addin?: object };
  const merged = {
    ...office,
    actions: { ...actions, ...office.actions },
    addin: { ...addin, ...office.addin },
  };
  // Some of the client's members can only be read, so they are covered, not replaced.
  return Object.create(made as object, Object.getOwnPropertyDescriptors(merged)) as unknown;
}
