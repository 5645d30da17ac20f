/** The grid while a command runs: it takes no keys and no clicks. */
export interface Hold {
  begin(): void;
  /** Lets go, once the user has stopped typing: the end of a figure whose beginning was not taken would be another figure. */
  end(): void;
  /** Lets go at once. */
  drop(): void;
}

/** Longest pause between two keys of one figure, in milliseconds. */
const PAUSE = 800;

const EDITING_KEYS = new Set(["Backspace", "Delete", "Process"]);

/**
 * Holds the grid while commands run.
 * @param onTypedInVain called once for each time that keys were typed which nobody takes
 */
export function createHold(grid: HTMLElement, onTypedInVain: () => void): Hold {
  let focused: Element | null = null;
  /** When the last key in vain was pressed, by performance.now(); undefined where none was. */
  let typedAt: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
    // Elsewhere on the page keys do what they always do; who is in the grid is nowhere as long as it is held.
    if (target !== document.body || ctrlKey || altKey || metaKey) return;
    const isTyped = [...key].length === 1 || EDITING_KEYS.has(key);
    if (!isTyped && typedAt === undefined) return;
    if (typedAt === undefined) onTypedInVain();
    typedAt = performance.now();
  };
  const drop = () => {
    clearTimeout(timer);
    removeEventListener("keydown", hear, { capture: true });
    grid.inert = false;
    if (focused instanceof HTMLElement && document.activeElement === document.body) focused.focus();
    focused = null;
    typedAt = undefined;
  };
  const end = () => {
    clearTimeout(timer);
    const left = typedAt === undefined ? 0 : typedAt + PAUSE - performance.now();
    if (left <= 0) drop();
    else timer = setTimeout(end, left);
  };
  return {
    begin: () => {
      clearTimeout(timer);
      if (grid.inert) return;
      focused = grid.contains(document.activeElement) ? document.activeElement : null;
      grid.inert = true;
      addEventListener("keydown", hear, { capture: true });
    },
    end,
    drop,
  };
}
