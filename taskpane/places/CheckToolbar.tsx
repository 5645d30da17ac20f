import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from "@fluentui/react-components";
import { useIsBusy, usePaneState, useServices, useWords } from "../components/PaneContext";
import { CHECK_WORDS } from "../wording/check";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", gap: "8px", padding: "12px" },
  button: { minWidth: "64px" },
});

/**
 * All that the ribbon's group 校验 does, for catalogs that show no ribbon. Disabled but still focusable while something
 * runs, so that the keyboard keeps its place.
 */
export function CheckToolbar() {
  const styles = useStyles();
  const words = useWords(CHECK_WORDS);
  const services = useServices();
  const { session } = services;
  const { result, isExplaining } = usePaneState();
  const isBusy = useIsBusy();
  return (
    <div className={styles.bar}>
      <Button
        appearance="primary"
        className={styles.button}
        disabledFocusable={isBusy}
        onClick={() => void services.check()}
      >
        {words.check}
      </Button>
      {result && (
        <>
          <Button className={styles.button} onClick={() => void services.step(-1)}>
            {words.previous}
          </Button>
          <Button className={styles.button} onClick={() => void services.step(1)}>
            {words.next}
          </Button>
        </>
      )}
      <Menu inline>
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.button}>{words.more}</Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem disabled={isBusy} onClick={() => void services.checkSheet()}>
              {words.checkSheet}
            </MenuItem>
            <MenuItem onClick={() => session.set({ isExplaining: !isExplaining })}>
              {isExplaining ? words.stopExplaining : words.explain}
            </MenuItem>
            <MenuItem disabled={isBusy} onClick={() => void services.clear()}>
              {words.clear}
            </MenuItem>
            <MenuItem disabled={isBusy} onClick={() => void services.report()}>
              {words.report}
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
