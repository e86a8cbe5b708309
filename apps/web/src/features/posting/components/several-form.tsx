"use client";

import type { ContentLanguage, PostingKind } from "@lilink/model/posting";
import { mostPostings, type ReadPosting, readPostings } from "@lilink/model/posting/table";
import { Button, Field, RadioGroup, TextArea } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useForm } from "react-hook-form";
import { FileButton } from "#components/file-button.tsx";
import { StateForm } from "#components/state-form.tsx";
import { toErrorMessage } from "#lib/error-message.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { mostTableBytes, readCells, readTableFile } from "#lib/read-table.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { readParagraph } from "../actions.ts";
import { toDraftValues } from "./draft-values.ts";
import type { Phrases } from "./made-words.ts";
import { type Made, SeveralTable } from "./several-table.tsx";
import { toSeveralContent } from "./to-several-content.ts";

export type SeveralFormProps = {
  readonly personId: string;
  readonly language: ContentLanguage;
  readonly phrases: Readonly<Record<PostingKind, Readonly<Record<"zh" | "en", Phrases>>>>;
};

const kinds = ["need", "capability", "project"] as const;
const startDays = 180;

/** A table of postings, pasted or opened, that becomes one draft for each row. [PO22] */
export function SeveralForm({ personId, language, phrases }: SeveralFormProps) {
  const t = useTranslations("posting.several");
  const posting = useTranslations("posting");
  const errors = useTranslations("error");
  const locale = useLocale();
  const client = useTRPCClient();
  const keptAs = `posting-several:${personId}`;
  const form = useForm<{ kind: PostingKind; text: string }>({ defaultValues: { kind: "need", text: "" } });
  useKeptDraft(keptAs, form);
  const { kind, text } = form.watch();
  const [cells, setCells] = useState<readonly (readonly string[])[]>([]);
  const [made, setMade] = useState<ReadonlyMap<number, Made>>(new Map());
  const [said, say] = useState("");
  const [at, setAt] = useState<number | null>(null);

  useEffect(() => {
    let isOver = false;
    readCells(text).then(
      (read) => isOver || setCells(read),
      () => isOver || setCells([]),
    );
    setMade(new Map());
    return () => {
      isOver = true;
    };
  }, [text]);
  const rows = useMemo(() => readPostings(cells, kind), [cells, kind]);
  const isTooLong = rows !== null && rows.length > mostPostings;
  const open = (rows ?? []).filter(
    ({ row, faults }) => faults.length === 0 && !("publicId" in (made.get(row) ?? {})),
  );

  const openFile = async (file: File) => {
    say("");
    if (file.size > mostTableBytes) return say(t("tooLarge"));
    try {
      form.setValue("text", await readTableFile(file), { shouldDirty: true });
    } catch {
      say(t("unreadable", { name: file.name }));
    }
  };

  const make = async (row: ReadPosting): Promise<Made> => {
    const rowKind = row.kind ?? kind;
    try {
      const told =
        row.description === ""
          ? null
          : await readParagraph(row.description, rowKind, row.concept || undefined);
      const found = told && "found" in told ? told.found : null;
      const start = toDraftValues({ language }, {}, startDays);
      const content = toSeveralContent(start, row, found, phrases[rowKind]);
      return await client.posting.create.mutate({ kind: rowKind, content });
    } catch (error) {
      return { failure: toErrorMessage(error, {}, errors).text };
    }
  };

  const makeAll = async () => {
    let failed = 0;
    for (const [index, row] of open.entries()) {
      setAt(index);
      const answer = await make(row);
      if ("failure" in answer) failed += 1;
      setMade((known) => new Map([...known, [row.row, answer]]));
    }
    setAt(null);
    say(t("done", { count: open.length - failed, failed }));
    if (failed === 0) forgetDraft(keptAs);
  };

  return (
    <StateForm noValidate className="flex flex-col gap-6">
      <RadioGroup
        id="several-kind"
        {...form.register("kind")}
        legend={t("kind")}
        options={kinds.map((value) => ({ value, label: posting(`kind.${value}`) }))}
        inline
      />
      <Field id="several-text" label={t("paste")} help={t("pasteHelp")}>
        {(aria) => (
          <TextArea
            {...aria}
            rows={6}
            spellCheck={false}
            className="font-mono text-sm"
            {...form.register("text")}
          />
        )}
      </Field>
      <FileButton
        id="several-file"
        accept=".xlsx,.csv,.tsv,.txt"
        label={t("file")}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void openFile(file);
        }}
      />
      <p role="status" className="text-sm empty:hidden">
        {at === null ? said : t("making", { at: at + 1, of: open.length })}
      </p>
      {text.trim() !== "" && cells.length > 0 && rows === null ? (
        <p className="text-sm text-danger">{t("noHeading")}</p>
      ) : null}
      {isTooLong ? <p className="text-sm text-danger">{t("tooLong", { most: mostPostings })}</p> : null}
      {rows && rows.length > 0 && !isTooLong ? (
        <SeveralTable rows={rows} made={made} locale={locale} />
      ) : null}
      <Button
        variant="accent"
        size="lg"
        className="self-start"
        pending={at !== null}
        disabled={open.length === 0 || isTooLong}
        onClick={() => void makeAll()}
      >
        {t("make", { count: open.length })}
      </Button>
    </StateForm>
  );
}
