"use client";

import { levelOf, pickKeyFigures } from "@lilink/model/posting";
import { Button } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { figuresText } from "../view.ts";
import { type DraftValues, toContent, toLevels } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";
import { figuresToldAt } from "./made-words.ts";

/** Among what is open to others than the whole: a summary without a figure says so, and one press opens the deciding ones to everyone; the platform's own words follow. [PO17] */
export function OpenFigures({ isMade }: { readonly isMade: boolean }) {
  const t = useTranslations("posting.form");
  const locale = useLocale();
  const { change, places } = useFormTools();
  const { control } = useFormContext<DraftValues>();
  const values = useWatch({ control }) as DraftValues;
  const [content, levels] = [toContent(values), toLevels(values)];
  const key = pickKeyFigures(
    (content.figures ?? []).filter(({ attribute, value, unit }) => attribute && value && unit),
  );
  const isTold = figuresToldAt(content, levels, levelOf("summary", levels)).length > 0;
  if (!isMade || key.length === 0 || isTold) return null;
  const names = new Set(key.map(({ attribute }) => attribute));
  const open = () => {
    change(
      t("figuresOpened", { count: key.length }),
      (now) => ({
        ...now,
        figures: now.figures.map((row) => (names.has(row.attribute) ? { ...row, level: "everyone" } : row)),
      }),
      "visibility",
    );
    places.focusNext("part-visibility");
  };
  return (
    <li className="flex basis-full flex-wrap items-center gap-x-3 gap-y-1.5 text-muted">
      <span className="min-w-0 basis-72 grow">{t("summaryBare", { figures: figuresText(key, locale) })}</span>
      <Button size="sm" data-rove onClick={open}>
        {t("openFigures", { count: key.length })}
      </Button>
    </li>
  );
}
