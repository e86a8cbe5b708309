"use client";

import type { DisclosureLevel, PostingContent, PostingFile, PostingKind } from "@lilink/model/posting";
import type { ComboboxOption, SelectOption } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { readCopy } from "#lib/form/local-copy.ts";
import type { Proposal } from "../actions.ts";
import { type DraftValues, toDraftValues } from "./draft-values.ts";
import { FaultSummary } from "./fault-summary.tsx";
import type { Waits } from "./foot-bar.tsx";
import { FormBody } from "./form-body.tsx";
import { type FormTools, FormToolsProvider } from "./form-tools.tsx";
import { localCopyKey } from "./local-copy.ts";
import type { Phrases } from "./made-words.ts";
import { countTaken } from "./marks.ts";
import { takeAgain } from "./take-again.ts";
import { isFreeOfAmount, takeProposal, withQuiet, withUsual } from "./take-proposal.ts";
import { useAutosave } from "./use-autosave.ts";
import { useChanges } from "./use-changes.ts";
import { useFaults } from "./use-faults.ts";
import { useHandIn } from "./use-hand-in.ts";
import { usePlaces } from "./use-places.ts";
import { useReading } from "./use-reading.ts";
import { SubmissionProvider } from "./use-submission.ts";

export type PostingFormProps = {
  readonly personId: string;
  readonly publicId: string;
  readonly kind: PostingKind;
  readonly content: Partial<PostingContent>;
  readonly levels: Readonly<Record<string, DisclosureLevel>>;
  readonly revision: number;
  readonly savedAt: Date;
  readonly validDays: number;
  readonly files: readonly PostingFile[];
  readonly identity: FormTools["identity"];
  readonly concepts: readonly ComboboxOption[];
  readonly regions: readonly SelectOption[];
  readonly phrases: Readonly<Record<"zh" | "en", Phrases>>;
  readonly isUpdate: boolean;
  readonly waits: Waits | null;
  readonly verified: boolean;
};

/** Whether nobody has touched the draft since it was opened with a text. */
const isNew = ({ revision, content }: PostingFormProps) =>
  revision === 0 && Boolean(content.description) && !content.title && !content.figures?.length;

/** The form of a posting: its author's text with what was read of it, saved as one types. */
export function PostingForm(props: PostingFormProps) {
  const { publicId, kind, concepts, regions, identity } = props;
  const t = useTranslations("posting");
  const form = useForm<DraftValues>({
    defaultValues: toDraftValues(props.content, props.levels, props.validDays),
    shouldFocusError: false,
  });
  const copyKey = localCopyKey(props.personId, publicId);
  const saving = useAutosave({ publicId, copyKey, form, revision: props.revision, savedAt: props.savedAt });
  const proposal = useRef<Proposal | null>(null);
  const faults = useFaults(kind, proposal);
  const [files, setFiles] = useState(props.files);
  const [told, say] = useState("");
  // Where another text waits on this device to be chosen, nothing is written over it.
  const [hold, setHold] = useState(true);
  useEffect(() => setHold(readCopy(copyKey) !== null), [copyKey]);
  const places = usePlaces();
  const { openRow, focusNext } = places;
  const goBack = useCallback(
    (id: string, what: string) => {
      say(t("form.undone", { what }));
      // A row that the change added is gone, and with it what stood open in it.
      openRow(null);
      focusNext(id);
    },
    [openRow, focusNext, t],
  );
  const { change, undo } = useChanges(form, say, goBack);
  const first = useRef(isNew(props));
  const takeFirst = useCallback(
    (found: Proposal) => {
      if (!first.current || readCopy(copyKey)) return;
      const taken = withQuiet(withUsual(takeProposal(form.getValues(), found), kind), found, kind);
      // It is saved with the title that is made of it, by one save a moment later.
      form.reset(taken, { keepDefaultValues: true });
      say(t("form.taken", { count: countTaken(found, taken) }));
    },
    [form, copyKey, kind, t],
  );
  const leaving = useRef(false);
  const takeNext = useCallback(
    (found: Proposal, before: Proposal, isSameText: boolean) => {
      const values = form.getValues();
      const read = takeAgain(values, found, before, isSameText);
      // An amount that a later reading brings means supply as the first one does.
      const isNewAmount = isFreeOfAmount(values.volume) && !isFreeOfAmount(read.volume);
      const taken = isNewAmount ? withUsual(read, kind) : read;
      const more = taken.figures.length - values.figures.length + (taken.volume === values.volume ? 0 : 1);
      if (JSON.stringify(taken) === JSON.stringify(values)) return;
      form.reset(taken, { keepDefaultValues: true });
      say(t("form.taken", { count: more }));
    },
    [form, kind, t],
  );
  const reading = useReading(kind, form, isNew(props) ? takeFirst : null, leaving, takeNext);
  proposal.current = reading.found;
  const { errorOf } = faults;
  const { flush } = saving;
  const tools = useMemo<FormTools>(
    () => ({
      publicId,
      kind,
      concepts,
      regions,
      identity,
      files,
      errorOf,
      addFile: (file) => setFiles((known) => [...known, file]),
      change,
      undo,
      places,
      reading,
      flush,
      leaving,
      say,
    }),
    [publicId, kind, concepts, regions, identity, files, errorOf, change, undo, places, reading, flush],
  );
  const names = [identity.name, ...(identity.nameEn ? [identity.nameEn] : [])];
  const handIn = useHandIn({
    publicId,
    kind,
    copyKey,
    names,
    form,
    saving,
    faults,
    waits: props.waits !== null && props.waits !== "withClaim",
    settling: reading.settling,
    proposal,
    leaving,
  });

  return (
    <FormProvider {...form}>
      <FormToolsProvider value={tools}>
        <SubmissionProvider value={handIn.submission}>
          <FormBody
            {...props}
            copyKey={copyKey}
            hold={hold}
            release={() => setHold(false)}
            saving={saving}
            told={told}
            note={handIn.note}
            setNote={handIn.setNote}
          >
            <FaultSummary messages={faults.messages} handIn={handIn} />
          </FormBody>
        </SubmissionProvider>
      </FormToolsProvider>
    </FormProvider>
  );
}
