"use client";

import { formatUnit, type Locale } from "@lilink/i18n";
import { Button, NoticeBox } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { clockText } from "#components/save-status.tsx";
import type { ReturnForm } from "../queries.ts";
import { figureName } from "../view.ts";
import type { Conflict, FigureStore } from "./figure-store.ts";

export type ConflictCardProps = {
  readonly form: Pick<ReturnForm, "components" | "dimensions">;
  readonly store: FigureStore;
  readonly conflicts: readonly Conflict[];
  readonly settle: (conflict: Conflict, mine: boolean) => void;
};

/** Two people changed one figure: both values stand side by side until one of them is chosen. */
export function ConflictCard({ form, store, conflicts, settle }: ConflictCardProps) {
  const t = useTranslations("return.conflict");
  const locale = useLocale() as Locale;
  const show = ({ raw, unit }: { readonly raw: string; readonly unit: string }) =>
    raw === "" ? t("empty") : `${raw} ${unit === "" ? "" : formatUnit(unit, locale)}`.trim();
  return (
    <div role="alert">
      <NoticeBox tone="warning" title={t("title")}>
        <p className="mb-3">{t("body")}</p>
        <ul className="flex flex-col gap-4">
          {conflicts.map((conflict) => (
            <li key={conflict.key} className="border-t border-line pt-3">
              <p className="font-medium">{figureName(form, conflict.place, locale)}</p>
              <dl className="my-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 tabular-nums">
                <dt className="text-muted">{t("mine")}</dt>
                <dd>{show(store.get(conflict.place) ?? { raw: "", unit: "" })}</dd>
                <dt className="text-muted">{t("theirs")}</dt>
                <dd>
                  {show(conflict.theirs)}{" "}
                  <span className="text-sm text-muted">
                    {t("by", {
                      name: conflict.theirs.by ?? t("somebody"),
                      time: clockText(conflict.theirs.at, locale),
                    })}
                  </span>
                </dd>
              </dl>
              <div className="flex flex-wrap gap-2">
                <Button size="sm" onClick={() => settle(conflict, true)}>
                  {t("keepMine")}
                </Button>
                <Button size="sm" onClick={() => settle(conflict, false)}>
                  {t("takeTheirs")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </NoticeBox>
    </div>
  );
}
