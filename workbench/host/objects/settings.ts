import { invalidArgument, itemNotFound } from "../hostError";
import type { Argument, HostObject, ObjectType } from "../objectType";
import { hostObject, isHostObject } from "../objectType";
import type { StoredSetting, WorkbookStore } from "../store";

interface SettingTarget {
  readonly store: WorkbookStore;
  readonly setting: StoredSetting;
}

/** Source: Excel JavaScript API reference, Excel.Setting (ExcelApi 1.4). */
const setting: ObjectType<SettingTarget> = {
  name: "Setting",
  identity: ({ setting: { key } }) => ({ _Id: key }),
  scalars: {
    key: { since: "1.4", get: ({ setting: { key } }) => key },
    value: {
      since: "1.4",
      get: ({ setting: { value } }) => value,
      set: (target, value) => {
        target.setting.value = value;
      },
    },
  },
  methods: {
    delete: {
      since: "1.4",
      call: ({ store, setting: gone }) => {
        store.settings = (store.settings ?? []).filter((one) => one !== gone);
        return undefined;
      },
    },
  },
};

function settingBy(store: WorkbookStore, key: Argument | undefined): HostObject | undefined {
  const found = store.settings?.find((one) => one.key === key);
  return found && hostObject(setting, { store, setting: found });
}

/** Source: Excel JavaScript API reference, Excel.SettingCollection. Adding a key that is there sets its value. */
export const settingCollection: ObjectType<WorkbookStore> = {
  name: "SettingCollection",
  items: (store) => (store.settings ?? []).map((one) => hostObject(setting, { store, setting: one })),
  methods: {
    add: {
      since: "1.4",
      call: (store, [key, value = null]) => {
        if (typeof key !== "string" || key === "" || isHostObject(value)) {
          throw invalidArgument("SettingCollection.add");
        }
        const known = store.settings?.find((one) => one.key === key);
        const added = known ?? { key, value };
        added.value = value;
        if (!known) store.settings = [...(store.settings ?? []), added];
        return hostObject(setting, { store, setting: added });
      },
    },
    getCount: { since: "1.4", call: (store) => (store.settings ?? []).length },
    getItem: {
      since: "1.4",
      call: (store, [key]) => {
        const found = settingBy(store, key);
        if (!found) throw itemNotFound("SettingCollection.getItem");
        return found;
      },
    },
    getItemOrNullObject: { since: "1.4", call: (store, [key]) => settingBy(store, key) ?? null },
  },
};
