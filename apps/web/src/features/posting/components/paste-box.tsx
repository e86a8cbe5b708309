"use client";

import { Button, Checkbox, Field, FieldError, TextArea, toast } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { useFormContext } from "react-hook-form";
import { toErrorMessage } from "#lib/error-message.ts";
import { type Proposal, readParagraph } from "../actions.ts";
import { attributeName, spanOf } from "../view.ts";
import type { DraftValues } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";
import { LeftOver, useUnassignedWords } from "./left-over.tsx";
import { keepLeftOver, readLeftOver, takePastedText } from "./pasted-text.ts";
import { type ProposalItem, toProposalItems } from "./proposal-items.ts";

/** A paragraph becomes proposals; only what is confirmed enters the form. */
export function PasteBox({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("posting.paste");
  const errors = useTranslations("error");
  const { kind } = useFormTools();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<Proposal | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [pending, start] = useTransition();

  const read = (paragraph: string) =>
    start(async () => {
      const answer = await readParagraph(paragraph, kind);
      setFailure("error" in answer ? messageOf(answer.error) : null);
      setFound("found" in answer ? answer.found : null);
    });
  const messageOf = (error: unknown) => {
    const { text: whole, fields } = toErrorMessage(error, { text: t("label") }, errors);
    return fields[0]?.text ?? whole;
  };
  const keepLeft = (words: readonly string[]) => {
    keepLeftOver(publicId, words);
    setLeft(words);
  };
  useEffect(() => {
    setLeft(readLeftOver(publicId));
    const pasted = takePastedText(publicId);
    if (!pasted) return;
    setText(pasted);
    setOpen(true);
    void readParagraph(pasted, kind).then((answer) => setFound("found" in answer ? answer.found : null));
  }, [publicId, kind]);

  if (!open)
    return (
      <>
        <Button className="self-start" onClick={() => setOpen(true)}>
          {t("open")}
        </Button>
        <LeftOver words={left} onChange={keepLeft} />
      </>
    );
  return (
    <section aria-label={t("label")} className="flex flex-col gap-3 border-y border-line py-4">
      <Field id="paste-text" label={t("label")} help={t("help")}>
        {(aria) => (
          <TextArea {...aria} rows={4} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      {failure ? <FieldError id="paste-failure">{failure}</FieldError> : null}
      <Button className="self-start" pending={pending} disabled={!text.trim()} onClick={() => read(text)}>
        {t("read")}
      </Button>
      {found ? (
        <Proposals
          found={found}
          onDone={(words) => {
            keepLeft([...new Set([...left, ...words])]);
            setFound(null);
            setText("");
            setOpen(false);
          }}
        />
      ) : null}
    </section>
  );
}

function Proposals({
  found,
  onDone,
}: {
  readonly found: Proposal;
  readonly onDone: (left: readonly string[]) => void;
}) {
  const t = useTranslations("posting");
  const locale = useLocale();
  const { getValues, reset } = useFormContext<DraftValues>();
  const items = toProposalItems(found, locale);
  const left = [...new Set(useUnassignedWords()(found.unassigned))];
  const [refused, setRefused] = useState<readonly string[]>([]);
  const chosen = items.filter((item) => !refused.includes(item.key));
  const wordsOf = ({ field, value }: ProposalItem) => {
    const span = field === "volume" && found.volume ? spanOf(found.volume.value, locale) : null;
    const words = "text" in value ? value.text : t(`${value.name}.${value.id}` as "maturity.bulk");
    return span ? `${words} · ${t(`body.${span.key}`, span.params)}` : words;
  };
  const nameOf = (item: ProposalItem) => {
    const figure = item.field === "figures" ? found.figures[Number(item.key.split("-")[1])] : undefined;
    return figure ? attributeName(figure.value.attribute, locale) : t(`field.${item.field}`);
  };
  if (items.length === 0) return <p role="status">{t("paste.nothing")}</p>;
  return (
    <fieldset className="flex flex-col gap-1" aria-live="polite">
      <legend className="font-medium">{t("paste.found")}</legend>
      {items.map((item) => (
        <Checkbox
          key={item.key}
          id={`proposal-${item.key}`}
          checked={!refused.includes(item.key)}
          onChange={(event) =>
            setRefused(
              event.target.checked ? refused.filter((key) => key !== item.key) : [...refused, item.key],
            )
          }
          label={
            <>
              {nameOf(item)} <span className="font-medium tabular-nums">{wordsOf(item)}</span>
            </>
          }
          help={t("paste.from", { source: item.source })}
        />
      ))}
      {left.length > 0 ? (
        <p className="text-sm text-muted">
          {t("paste.unassigned")}: {left.join(" · ")}
        </p>
      ) : null}
      <Button
        variant="plain"
        className="mt-2 self-start"
        disabled={chosen.length === 0}
        onClick={() => {
          const taken = chosen.reduce((values, item) => item.apply(values), getValues());
          reset(getValues().title === "" ? { ...taken, language: found.language } : taken, {
            keepDefaultValues: true,
          });
          toast({ title: t("paste.taken", { count: chosen.length }), tone: "success" });
          onDone(left);
        }}
      >
        {t("paste.take", { count: chosen.length })}
      </Button>
    </fieldset>
  );
}
