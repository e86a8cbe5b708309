"use client";

import { Button, Field, NoticeBox, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DoubtNote, DoubtTick } from "./doubt-note.tsx";
import { controlId } from "./form-tools.tsx";
import { hasOwnNote, useDoubts } from "./use-doubts.ts";

export type SubmitPanelProps = {
  /** The first submission needs no word on what changed. */
  readonly isUpdate: boolean;
  readonly mayHandIn: boolean;
  readonly pending: boolean;
  readonly submit: (changeNote: string, acknowledgeDoubts: boolean) => void;
};

/** What the reviewer is told, and the one action of the page. */
export function SubmitPanel({ isUpdate, mayHandIn, pending, submit }: SubmitPanelProps) {
  const t = useTranslations("posting");
  const state = useTranslations("common.state");
  const [note, setNote] = useState("");
  const doubts = useDoubts();
  const [ticked, setTicked] = useState(false);
  const [refused, setRefused] = useState(false);
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
      {mayHandIn ? null : <NoticeBox tone="warning">{t("new.unverified")}</NoticeBox>}
      <DoubtNote doubts={doubts.filter(({ field }) => !hasOwnNote(field))} />
      {doubts.length > 0 ? (
        <DoubtTick
          id={controlId("doubts")}
          label={t("doubt.submit")}
          ticked={ticked}
          refused={refused}
          onTick={setTicked}
        />
      ) : null}
      <p className="text-sm text-muted">{t("edit.submitHelp")}</p>
      <Button
        variant="accent"
        size="lg"
        className="self-start"
        disabled={!mayHandIn}
        pending={pending}
        onClick={() => {
          const passes = doubts.length === 0 || ticked;
          setRefused(!passes);
          if (passes) submit(note.trim(), ticked);
        }}
      >
        {t("edit.submit")}
      </Button>
    </section>
  );
}
