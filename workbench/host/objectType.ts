import { HostError, notImplemented } from "./hostError";
import type { Json } from "./wire";

/** A requirement set version of ExcelApi such as "1.9"; "1.10" comes after "1.9". */
export type ApiVersion = `1.${number}`;

/** What a method gets: plain values, null where the caller left an argument out, or objects of the same request. */
export type Argument = Json | HostObject;

/** An object of the Excel object model, as the dispatcher walks it: what it is, and which part of the store it stands for. */
export interface HostObject {
  readonly type: ObjectType<unknown>;
  readonly target: unknown;
}

/** `since`: the requirement set that brought the member; "1.1" when left out. */
export interface Scalar<T> {
  readonly since?: ApiVersion;
  get(target: T): Json;
  set?(target: T, value: Json): void;
}

export interface Child<T> {
  readonly since?: ApiVersion;
  get(target: T): HostObject | null;
}

export interface Method<T> {
  readonly since?: ApiVersion;
  call(target: T, args: readonly Argument[]): HostObject | Json | undefined;
}

/** One class of the object model. Members have the names that add-ins write; what is not listed does not exist here. */
export interface ObjectType<T> {
  readonly name: string;
  /** The properties by which the client addresses the object again in a later request. */
  identity?(target: T): Readonly<Record<string, Json>>;
  /** A range: kept under a reference id for later requests. */
  readonly isTracked?: boolean;
  /** The client holds the object from now on, or no longer. */
  onKept?(target: T): void;
  onReleased?(target: T): void;
  /** True for an object that a client holds but that has gone meanwhile. */
  isGone?(target: T): boolean;
  readonly scalars?: Readonly<Record<string, Scalar<T>>>;
  readonly children?: Readonly<Record<string, Child<T>>>;
  readonly methods?: Readonly<Record<string, Method<T>>>;
  /** Collections only. */
  items?(target: T): readonly HostObject[];
}

/** Joins a type and what it stands for. */
export function hostObject<T>(type: ObjectType<T>, target: T): HostObject {
  return { type, target };
}

/** True for an object handed over as an argument. */
export function isHostObject(value: Argument | undefined): value is HostObject {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    "type" in value &&
    "target" in value
  );
}

export type MemberKind = "scalars" | "children" | "methods";

/** Finds members by their wire name and refuses those above the requirement set that the host plays. */
export class MemberLookup {
  constructor(private readonly level: ApiVersion) {}

  /** Undefined when the type has no such member of this kind; throws ApiNotFound when it came later than the level. */
  find<K extends MemberKind>(
    type: ObjectType<unknown>,
    kind: K,
    wireName: string,
  ): NonNullable<ObjectType<unknown>[K]>[string] | undefined {
    const members: Readonly<Record<string, { readonly since?: ApiVersion }>> = type[kind] ?? {};
    const name = lowerFirst(wireName);
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    if (member?.since && !isAtLeast(this.level, member.since)) {
      const location = `${type.name}.${name}`;
      // Message: as for the codes in hostError.ts.
      throw new HostError("ApiNotFound", "The API you are trying to use could not be found.", location);
    }
    return member as NonNullable<ObjectType<unknown>[K]>[string] | undefined;
  }

  /** As find; throws NotImplemented when there is none. */
  get<K extends MemberKind>(type: ObjectType<unknown>, kind: K, wireName: string) {
    const member = this.find(type, kind, wireName);
    if (!member) throw notImplemented(`${type.name}.${lowerFirst(wireName)}`);
    return member;
  }
}

/** True when `level` includes what came with `since`. */
export function isAtLeast(level: string, since: string): boolean {
  const [major = 0, minor = 0] = level.split(".").map(Number);
  const [sinceMajor = 0, sinceMinor = 0] = since.split(".").map(Number);
  return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor);
}

export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
