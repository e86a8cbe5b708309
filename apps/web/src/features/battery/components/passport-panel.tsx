import { Badge, DescriptionList } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { Passport } from "../queries.ts";

/** The passport of a battery at the reader's level: what it says, and what nobody has filed. */
export function PassportPanel({ pass }: { readonly pass: Passport }) {
  const t = useTranslations("battery.passport");
  return (
    <>
      <p className="mb-3 flex flex-wrap items-center gap-2">
        <Badge tone="info">{t(`level.${pass.level}`)}</Badge>
        <Badge tone={pass.conforms ? "success" : "warning"}>
          {pass.conforms ? t("conforms") : t("partial")}
        </Badge>
      </p>
      <DescriptionList
        items={listLeaves(pass.passport, "").map(([path, value]) => ({
          key: path,
          term: path,
          detail: value,
        }))}
      />
      {pass.missing.length > 0 ? (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-link">
            {t("missing", { count: pass.missing.length })}
          </summary>
          <p className="mt-2 font-mono text-xs break-words">{pass.missing.join(" · ")}</p>
        </details>
      ) : null}
      <p className="mt-3 max-w-prose text-xs text-muted">{t("form", { by: pass.form.attribution })}</p>
    </>
  );
}

function listLeaves(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    listLeaves(inner, path === "" ? key : `${path}.${key}`),
  );
}
