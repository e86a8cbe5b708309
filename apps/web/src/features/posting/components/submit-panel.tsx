"use client";

import { Button, Field, NoticeBox, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DoubtLinks, DoubtTick } from "./doubt-note.tsx";
import { controlId } from "./form-tools.tsx";
import { useDoubts } from "./use-doubts.ts";

export type SubmitPanelProps = {
  /** The first submission needs no word on what changed. */
  readonly isUpdate: boolean;
  /** Why it cannot be handed in now; null where it can. */
  readonly waits: "unverified" | "inReview" | null;
  readonly pending: boolean;
  /** Whether the last submission was refused for texts that tell more than they should. */
  readonly refused: boolean;
  readonly clearRefusal: () => void;
  readonly submit: (changeNote: string, acknowledgeDoubts: boolean, isDoubted: boolean) => void;
};

/** What the reviewer is told, and the one action of the page. */
export function SubmitPanel({ isUpdate, waits, pending, refused, clearRefusal, submit }: SubmitPanelProps) {
  const t = useTranslations("posting");
  const state = useTranslations("common.state");
  const [note, setNote] = useState("");
  const doubts = useDoubts();
  const [ticked, setTicked] = useState(false);
  return (
    <section className="flex flex-col gap-4 border-t border-line pt-6">
      {isUpdate ? (
        <Field
          id={controlId("changeNote")}
          label={t("field.changeNote")}
          help={t("help.changeNote")}
          optional={state("optional")}
        >
          {(aria) => (
            <TextArea
              {...aria}
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      ) : null}
      {waits ? (
        <NoticeBox tone={waits === "unverified" ? "warning" : "info"}>{t(`new.${waits}`)}</NoticeBox>
      ) : null}
      {doubts.length > 0 ? (
        <div className="flex flex-col gap-2">
          <DoubtLinks doubts={doubts} />
          <DoubtTick
            id={controlId("doubts")}
            label={t("doubt.submit")}
            ticked={ticked}
            refused={refused}
            onTick={(now) => {
              setTicked(now);
              clearRefusal();
            }}
          />
        </div>
      ) : null}
      <p className="text-sm text-muted">{t("edit.submitHelp")}</p>
      <Button
        variant="accent"
        size="lg"
        className="self-start"
        disabled={waits !== null}
        pending={pending}
        onClick={() => submit(note.trim(), ticked, doubts.length > 0 && !ticked)}
      >
        {t("edit.submit")}
      </Button>
    </section>
  );
}
