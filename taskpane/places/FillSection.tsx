import { Button, Field, Select, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { Answer, Fill, Filled, FillPlan, FillScope } from "../../src/actions/fillCodes";
import type { FillRequest } from "../actions";
import { useIsBusy, useIsStepThere, usePaneState, useServices, useWords } from "../components/PaneContext";
import { Section } from "../components/Section";
import { FILL_WORDS } from "../wording/fill";
import { FillPreview } from "./FillPreview";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "end", margin: "8px 0" },
});

type ScopeKind = FillScope["kind"];
const SCOPES: readonly ScopeKind[] = ["workbook", "table", "selection"];

/** What is listed: the plan, and what it was asked with. */
interface Listed {
  readonly plan: FillPlan;
  readonly request: FillRequest;
}

/** 填充编码: lists what can be filled and why, takes answers to what nothing decides, fills in one step, takes it back. */
export function FillSection() {
  const styles = useStyles();
  const words = useWords(FILL_WORDS);
  const { session, actions } = useServices();
  const { edition } = usePaneState().preferences;
  const isBusy = useIsBusy();
  const [scope, setScope] = useState<ScopeKind>("workbook");
  const [listed, setListed] = useState<Listed>();
  const [filled, setFilled] = useState<Filled>();

  const isStepThere = useIsStepThere(filled?.written.step);
  const preview = async (answers: readonly Answer[], known?: FillScope, updateNames = false) => {
    const found = await session.run("fill", async (task): Promise<Listed> => {
      const request = {
        scope: known ?? (await actions.fillScope(scope)),
        answers,
        edition,
        updateNames,
      };
      return { request, plan: await actions.previewFill(request, task) };
    });
    if (found) setListed(found);
  };
  const apply = async ({ request }: Listed, fills: readonly Fill[]) => {
    const done = await session.run(
      "fill",
      (task) => actions.applyFill(fills, request, task),
      (one) => words.applied(one.filled.length),
    );
    if (!done) return;
    setFilled(done);
    setListed(undefined);
  };
  const undo = async (done: Filled) => {
    const count = await session.run("fill", (task) => actions.takeBack(done.written, task), words.undone);
    if (count !== undefined) setFilled(undefined);
  };

  return (
    <Section title={words.title}>
      {words.hint}
      <div className={styles.row}>
        <Field label={words.scope}>
          <Select
            value={scope}
            onChange={(_event, { value }) => {
              setScope(SCOPES.find((one) => one === value) ?? "workbook");
              setListed(undefined);
            }}
          >
            {SCOPES.map((one) => (
              <option key={one} value={one}>
                {words.scopes[one]}
              </option>
            ))}
          </Select>
        </Field>
        <Button disabledFocusable={isBusy} onClick={() => void preview([])}>
          {words.preview}
        </Button>
        {filled && isStepThere && filled.filled.length > 0 && (
          <Button disabledFocusable={isBusy} onClick={() => void undo(filled)}>
            {words.undo}
          </Button>
        )}
      </div>
      {listed && (
        <FillPreview
          plan={listed.plan}
          answers={listed.request.answers}
          onAnswers={(answers) => void preview(answers, listed.request.scope, listed.request.updateNames)}
          onUpdateNames={() => void preview(listed.request.answers, listed.request.scope, true)}
          onApply={() => void apply(listed, listed.plan.fills)}
        />
      )}
    </Section>
  );
}
