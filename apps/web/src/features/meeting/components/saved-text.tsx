"use client";

import { Button, Field, NoticeBox, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect, useId } from "react";
import { SaveStatus } from "#components/save-status.tsx";
import { useSavedText } from "#lib/form/use-saved-text.ts";
import { useSavedTexts } from "./saved-texts.tsx";

export type SavedTextProps = {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly rows: number;
  readonly written: string;
  readonly save: (words: { readonly text: string; readonly seen: string }) => Promise<unknown>;
  readonly onText?: (text: string) => void;
};

/** Notes or minutes that save themselves and say so. */
export function SavedText({ name, label, help, rows, written, save, onText }: SavedTextProps) {
  const t = useTranslations("meeting.page");
  const choice = useTranslations("posting.save");
  const id = useId();
  const { copyKeyOf, flushes } = useSavedTexts();
  const { text, type, state, flush, leave, settle } = useSavedText({
    copyKey: copyKeyOf(name),
    written,
    save,
  });
  useEffect(() => {
    flushes.set(name, flush);
    return () => void flushes.delete(name);
  }, [flushes, name, flush]);
  useEffect(() => onText?.(text), [onText, text]);
  return (
    <div className="no-print flex w-full max-w-2xl flex-col gap-2">
      <Field id={id} label={label} help={help}>
        {(aria) => (
          <TextArea
            {...aria}
            rows={rows}
            value={text}
            onChange={(event) => type(event.target.value)}
            onBlur={() => void leave()}
          />
        )}
      </Field>
      {state.kind === "conflict" ? (
        <div role="alert">
          <NoticeBox tone="warning" title={t("conflict")}>
            <p className="text-sm text-muted">{choice("theirs")}</p>
            <p className="mb-3 whitespace-pre-line">{written}</p>
            <div className="flex flex-wrap gap-2">
              <Button size="sm" onClick={() => settle(true)}>
                {choice("keepMine")}
              </Button>
              <Button size="sm" onClick={() => settle(false)}>
                {choice("takeTheirs")}
              </Button>
            </div>
          </NoticeBox>
        </div>
      ) : (
        <SaveStatus state={state} />
      )}
    </div>
  );
}
