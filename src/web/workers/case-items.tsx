import { Button, Checkbox, Textarea } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { answerOf, api } from "../api/client.ts";
import { problemIn } from "../api/problem.ts";
import form from "../components/form-grid.module.css";
import { Panel } from "../components/panel.tsx";
import { Failed } from "../components/stateful.tsx";
import { useLanguage } from "../words/language.tsx";
import { sayInstant, sayNumber } from "../words/saying.ts";
import { useCaseWork, useMay, type WorkerCase } from "./case-data.ts";
import style from "./case-page.module.css";

type Item = WorkerCase["checklist"][number];
type Tick = { readonly item: string; readonly done: boolean; readonly words: string };

/** What is checked before anybody decides, or what is done where it is true: each with who ticked it and a note. */
export function CaseItems({
  one,
  list,
}: {
  readonly one: WorkerCase;
  readonly list: "checklist" | "playbook";
}): ReactNode {
  const { t, language } = useLanguage();
  const may = useMay("workers.write");
  const items = one[list];
  const tick = useCaseWork(one.id, (asked: Tick) =>
    answerOf(api.POST("/api/v1/workers/cases/{id}/items", { params: { path: { id: one.id } }, body: asked })),
  );
  return (
    <Panel
      title={t(`case.${list}`)}
      aside={t("case.items.done", {
        done: sayNumber(language, items.filter(({ done }) => done).length),
        count: sayNumber(language, items.length),
      })}
    >
      <p className={form.note}>{t(`case.${list}.lead`)}</p>
      {tick.isError ? <Failed problem={problemIn(tick.error)} /> : null}
      <ul className={style.list}>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} onTick={may ? tick.mutateAsync : null} />
        ))}
      </ul>
    </Panel>
  );
}

function ItemRow({
  item,
  onTick,
}: {
  readonly item: Item;
  readonly onTick: ((tick: Tick) => Promise<unknown>) | null;
}): ReactNode {
  const { t, language } = useLanguage();
  const [writes, setWrites] = useState(false);
  // What was ticked a moment ago is shown before the service has said so, and taken back where it refuses.
  const [asked, setAsked] = useState<Pick<Item, "done" | "note"> | null>(null);
  const { done, note } = asked ?? item;
  const tick = async (next: Pick<Item, "done" | "note">): Promise<void> => {
    setAsked(next);
    // A refusal is said above the list.
    await onTick?.({ item: item.id, done: next.done, words: next.note }).catch(() => null);
    setAsked(null);
  };
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get("words") ?? "").trim();
    void tick({ done, note: words });
    setWrites(false);
  };
  return (
    <li className={style.item}>
      <div>
        <Checkbox
          label={item.words[language]}
          checked={done}
          disabled={onTick === null}
          onChange={({ currentTarget: { checked } }) => void tick({ done: checked, note })}
        />
        {note === "" ? null : <p className={style.words}>{note}</p>}
        {item.by === null || item.at === null ? null : (
          <p className={style.muted}>
            {t("case.item.by", { name: item.by.name, time: sayInstant(language, item.at) })}
          </p>
        )}
      </div>
      {onTick === null || writes ? null : (
        <Button
          size="compact-md"
          variant="subtle"
          aria-label={`${t("case.item.note")}: ${item.words[language]}`}
          onClick={() => setWrites(true)}
        >
          {t("case.item.note")}
        </Button>
      )}
      {writes ? (
        <form className={style.note} onSubmit={save}>
          <Textarea
            name="words"
            label={t("case.item.note")}
            defaultValue={note}
            autosize
            minRows={2}
            maxLength={4_000}
            autoFocus
          />
          <Button type="submit" size="sm" variant="default">
            {t("case.item.note.save")}
          </Button>
        </form>
      ) : null}
    </li>
  );
}
