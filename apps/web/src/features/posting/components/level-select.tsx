"use client";

import { isWalled, type LevelledField, levelsAllowed } from "@lilink/model/posting";
import { Select } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { controlId } from "./form-tools.tsx";
import { useControl } from "./use-control.ts";

/** Who sees a field, in plain words; what stands behind the competitor wall says so and never opens to everyone. */
export function LevelSelect({ field }: { readonly field: LevelledField }) {
  const t = useTranslations("posting");
  const control = useControl();
  const words = isWalled(field) ? "levelWalled" : "level";
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm text-muted">
      <span aria-hidden>{t("edit.seenBy")}</span>
      <Select
        id={controlId(`levels.${field}`)}
        aria-label={t("edit.levelOf", { field: t(`field.${field}`) })}
        className="w-72 max-w-full [&_select]:h-8 [&_select]:text-sm"
        options={levelsAllowed(field).map((level) => ({ value: level, label: t(`${words}.${level}`) }))}
        {...control.text(`levels.${field}`)}
      />
    </div>
  );
}

/** For what is public by nature. */
export function PublicNote() {
  const t = useTranslations("posting.edit");
  return <p className="text-sm text-muted">{t("public")}</p>;
}
