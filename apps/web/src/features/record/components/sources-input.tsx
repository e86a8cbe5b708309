"use client";

import type { Source } from "@lilink/contract";
import { Button, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";

export type SourcesInputProps = {
  readonly sources: readonly Source[];
  readonly error?: string | undefined;
  readonly onChange: (sources: readonly Source[]) => void;
};

/** Sources in rows: title, address, date. The readings of fields point at them by their number. */
export function SourcesInput({ sources, error, onChange }: SourcesInputProps) {
  const t = useTranslations("register.form");
  const set = (at: number, part: Partial<Source>) =>
    onChange(sources.map((source, index) => (index === at ? { ...source, ...part } : source)));
  return (
    <div className="flex flex-col gap-3">
      {error ? <p className="text-sm text-danger">{error}</p> : null}
      {sources.length > 0 ? (
        <div
          aria-hidden
          className="hidden gap-2 text-sm text-muted sm:grid sm:grid-cols-[1.5rem_2fr_2fr_8rem_auto]"
        >
          <span />
          <span>{t("sourceTitle")}</span>
          <span>{t("sourceUrl")}</span>
          <span>{t("sourceDate")}</span>
          <span className="invisible">{t("removeSource")}</span>
        </div>
      ) : null}
      {sources.map((source, at) => (
        <div
          key={`source-${at + 1}`}
          className="grid items-center gap-2 sm:grid-cols-[1.5rem_2fr_2fr_8rem_auto]"
        >
          <span className="text-right text-muted tabular-nums">{at + 1}</span>
          <TextInput
            aria-label={t("sourceTitle")}
            placeholder={t("sourceTitle")}
            value={source.title}
            onChange={(event) => set(at, { title: event.target.value })}
          />
          <TextInput
            aria-label={t("sourceUrl")}
            placeholder="https://"
            type="url"
            value={source.url ?? ""}
            onChange={(event) => set(at, { url: event.target.value || null })}
          />
          <TextInput
            aria-label={t("sourceDate")}
            placeholder="2026-11"
            value={source.date ?? ""}
            onChange={(event) => set(at, { date: event.target.value || null })}
          />
          <Button
            size="sm"
            variant="quiet"
            onClick={() => onChange(sources.filter((_source, index) => index !== at))}
          >
            {t("removeSource")}
          </Button>
        </div>
      ))}
      <div>
        <Button size="sm" onClick={() => onChange([...sources, { title: "" }])}>
          {t("addSource")}
        </Button>
      </div>
    </div>
  );
}
