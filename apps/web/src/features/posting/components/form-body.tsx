"use client";

import type { PostingKind } from "@lilink/model/posting";
import { Field, NoticeBox, Sheet, TextArea, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { SaveStatus } from "#components/save-status.tsx";
import { StateForm } from "#components/state-form.tsx";
import { ConflictNotice } from "./conflict-notice.tsx";
import { controlId } from "./control-id.ts";
import type { DraftValues } from "./draft-values.ts";
import { FiguresGrid } from "./figures-grid.tsx";
import { FootBar, type Waits } from "./foot-bar.tsx";
import { wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import { KeptNotice } from "./kept-notice.tsx";
import { KindField } from "./kind-field.tsx";
import type { Phrases } from "./made-words.ts";
import { NamingFields } from "./naming-fields.tsx";
import { Outline } from "./outline.tsx";
import { PreviewPanel } from "./preview-panel.tsx";
import { TermsFields } from "./terms-fields.tsx";
import { TextField } from "./text-field.tsx";
import { TryMatches } from "./try-matches.tsx";
import type { useAutosave } from "./use-autosave.ts";
import { useMadeWords } from "./use-made-words.ts";
import { useMissing } from "./use-missing.ts";
import { WholeField } from "./whole-field.tsx";

export type FormBodyProps = {
  readonly kind: PostingKind;
  readonly phrases: Readonly<Record<"zh" | "en", Phrases>>;
  /** The first submission needs no word on what changed. */
  readonly isUpdate: boolean;
  readonly waits: Waits | null;
  readonly verified: boolean;
  readonly copyKey: string;
  readonly hold: boolean;
  /** The text that waited on this device was chosen or forgotten. */
  readonly release: () => void;
  readonly saving: ReturnType<typeof useAutosave>;
  readonly told: string;
  readonly note: string;
  readonly setNote: (note: string) => void;
  /** The summary of errors. */
  readonly children: ReactNode;
};

/** The parts of the form in the order in which one thinks of them, with their outline and preview at the side. */
export function FormBody(props: FormBodyProps) {
  const { copyKey, saving, told, waits } = props;
  const t = useTranslations("posting");
  const common = useTranslations("common");
  const form = useFormContext<DraftValues>();
  const values = useWatch({ control: form.control }) as DraftValues;
  const { publicId, reading, places } = useFormTools();
  // A draft that is written into before its first reading is no new one.
  const made = useMadeWords(form, props.phrases, props.hold || reading.settling);
  const standing = useMissing(values);
  const outline = { values, standing, isMade: made.isMade };

  useEffect(() => {
    const stops = [
      ...standing.missing.map(({ field }) => field),
      ...standing.asks.map((asked) => `ask-${reading.found?.asked.indexOf(asked)}`),
    ];
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.key !== "ArrowDown" || stops.length === 0) return;
      event.preventDefault();
      const here = document.activeElement?.closest("[id]")?.id ?? "";
      const at = stops.findIndex((field) => here === controlId(field));
      places.goTo(stops[(at + 1) % stops.length] ?? "");
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [standing, reading.found, places]);

  const save = async () => {
    if (await saving.flush()) toast({ title: t("form.draftSaved"), tone: "success" });
  };
  return (
    // The bar at its foot stands where the bar of the phone is elsewhere.
    <div className="grid gap-x-7 max-lg:-mb-20 xl:grid-cols-[minmax(0,1fr)_17rem] 2xl:grid-cols-[minmax(0,1fr)_24rem]">
      <StateForm noValidate className="min-w-0">
        <div className="-mt-4 mb-2 flex min-h-6 flex-wrap items-center justify-end gap-x-4 gap-y-1">
          <SaveStatus state={saving.state} />
        </div>
        <p role="status" className="sr-only">
          {told}
        </p>
        <div className="flex flex-col gap-4 not-empty:mb-4">
          {props.children}
          <KeptNotice copyKey={copyKey} onAnswered={props.release} />
          {saving.state.kind === "conflict" ? <ConflictNotice continueFrom={saving.continueFrom} /> : null}
          {waits ? (
            <NoticeBox tone={waits === "unverified" ? "warning" : "info"}>{t(`new.${waits}`)}</NoticeBox>
          ) : null}
        </div>
        <div className="sticky top-14 z-10 -mx-4 mb-2 border-b border-line bg-ground px-4 xl:hidden">
          <Outline {...outline} flat />
        </div>
        <TextField
          beside={
            props.isUpdate || waits === "inReview" ? null : (
              <KindField saveAs={saving.saveAs} words={made.words} />
            )
          }
        />
        <NamingFields made={made} isAdvised={waits === "advised"} />
        <WholeField isMade={made.isMade} />
        <FiguresGrid />
        <TermsFields />
        {props.isUpdate ? (
          <div className="border-t border-line py-4">
            <Field id={controlId("changeNote")} label={t("field.changeNote")} help={t("help.changeNote")}>
              {(aria) => (
                <TextArea
                  {...aria}
                  rows={2}
                  maxLength={500}
                  value={props.note}
                  onChange={(event) => props.setNote(event.target.value)}
                />
              )}
            </Field>
          </div>
        ) : null}
        {props.verified || waits === "advised" ? null : (
          <TryMatches publicId={publicId} until="verified" flush={saving.flush} />
        )}
        <p className="border-t border-line py-3 text-sm text-muted">
          {t(props.isUpdate ? "edit.submitHelp" : "edit.submitFirst")}
        </p>
        <FootBar standing={standing} waits={waits} save={() => void save()} flush={saving.flush} />
      </StateForm>
      <aside
        aria-label={t("form.whoSees")}
        className="sticky top-20 hidden max-h-[calc(100dvh-6rem)] self-start overflow-y-auto pb-4 pl-1 xl:block"
      >
        <Outline {...outline} />
        <div className="mt-6 mb-2 flex items-baseline justify-between gap-2">
          <h2 className="text-sm font-normal text-muted">{t("form.whoSees")}</h2>
          <Sheet
            className="w-[min(52rem,calc(100vw-1rem))]"
            title={t("form.whoSees")}
            closeLabel={common("action.close")}
            trigger={
              <button type="button" className={wordButton}>
                {t("preview.asPage")}
              </button>
            }
          >
            <PreviewPanel asPage />
          </Sheet>
        </div>
        <PreviewPanel />
      </aside>
    </div>
  );
}
