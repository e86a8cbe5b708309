"use client";

import { Button } from "@lilink/ui";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Proposal } from "../actions.ts";

type Unassigned = Proposal["unassigned"];

/** What a paragraph says and no field takes, in its own words. */
export function useUnassignedWords(): (unassigned: Unassigned) => readonly string[] {
  const t = useTranslations("posting.paste");
  return (unassigned) =>
    unassigned.map(({ source: figure, value: { doubt, about } }) => {
      const source = about ? `${about} ${figure}` : figure;
      return doubt ? t("doubted", { source, reason: t(`doubt.${doubt}`) }) : source;
    });
}

/** Quantities of an adopted paragraph that fit no field stay in sight until each is dismissed. */
export function LeftOver({
  words,
  onChange,
}: {
  readonly words: readonly string[];
  readonly onChange: (words: readonly string[]) => void;
}) {
  const t = useTranslations("posting.paste");
  if (words.length === 0) return null;
  return (
    <section aria-label={t("unassigned")} className="flex flex-col gap-2 border-y border-line py-4">
      <h2 className="font-medium">{t("unassigned")}</h2>
      <p className="text-sm text-muted">{t("left")}</p>
      <ul className="flex flex-col">
        {words.map((word, index) => (
          <li key={word} className="flex items-center justify-between gap-2">
            <span className="tabular-nums">{word}</span>
            <Button
              variant="quiet"
              size="icon"
              aria-label={t("dismiss", { source: word })}
              onClick={() => onChange(words.filter((_, place) => place !== index))}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
