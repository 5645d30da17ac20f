import { HostError } from "./hostError";
import { lowerFirst, upperFirst } from "./objectType";
import type { HostObject, MemberLookup } from "./objectType";
import type { Json, QueryInfo } from "./wire";

/** What is asked of an object: the members by name; an empty tree asks for all its scalars. */
interface Wanted {
  readonly members: Map<string, Wanted>;
}

/**
 * Answers load(): the asked properties under their wire names, with what identifies each object. A collection's items
 * stand under "_Items", a null object is null. Throws InvalidArgument for a property the type does not have, which
 * is how Excel answers a misspelt load.
 * @param identify gives an object's identifying properties
 */
export function answerQuery(
  object: HostObject,
  query: QueryInfo | null | undefined,
  lookup: MemberLookup,
  identify: (object: HostObject) => Readonly<Record<string, Json>>,
): Json {
  const wanted: Wanted = { members: new Map() };
  for (const path of [...(query?.Select ?? []), ...(query?.Expand ?? [])]) addPath(wanted, path);
  return serialise(object, wanted);

  function serialise({ type, target }: HostObject, asked: Wanted): Json {
    if (type.items)
      return { _Items: items(type.items(target)).map((item) => serialise(item, withoutItems(asked))) };
    const answer: Record<string, Json> = {};
    const names = asked.members.size > 0 ? [...asked.members.keys()] : knownScalars(type);
    for (const name of names) {
      const scalar = lookup.find(type, "scalars", name);
      if (scalar) answer[upperFirst(name)] = scalar.get(target);
      else {
        const child = lookup.find(type, "children", name);
        if (!child) {
          const message = `The argument is invalid or missing or has an incorrect format (${type.name}.${lowerFirst(name)}).`;
          throw new HostError("InvalidArgument", message, `${type.name}.load`);
        }
        const value = child.get(target);
        answer[upperFirst(name)] =
          value && serialise(value, asked.members.get(name) ?? { members: new Map() });
      }
    }
    return { ...answer, ...identify({ type, target }) };
  }

  function items(all: readonly HostObject[]): readonly HostObject[] {
    const first = query?.Skip ?? 0;
    return all.slice(first, query?.Top ? first + query.Top : undefined);
  }

  function knownScalars(type: HostObject["type"]): string[] {
    return Object.keys(type.scalars ?? {}).filter((name) => {
      try {
        return lookup.find(type, "scalars", name);
      } catch {
        // Above the level played: a load of everything does not include it.
        return false;
      }
    });
  }
}

/** "format/fill/color" → nested members; "items" in front is how callers speak of a collection's items. */
function addPath(wanted: Wanted, path: string): void {
  let place = wanted;
  for (const part of path.split(/[/.]/).filter((text) => text !== "")) {
    const name = lowerFirst(part);
    const next = place.members.get(name) ?? { members: new Map<string, Wanted>() };
    place.members.set(name, next);
    place = next;
  }
}

function withoutItems(asked: Wanted): Wanted {
  const items = asked.members.get("items");
  if (!items) return asked;
  const members = new Map([...asked.members].filter(([name]) => name !== "items"));
  for (const [name, value] of items.members) members.set(name, value);
  return { members };
}
