import { Button, EmptyState, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/button-link.tsx";
import type { ConceptRow } from "../view.ts";
import { ConceptTable } from "./concept-table.tsx";

/** A search over the concepts as a plain form: its state is the address, and it works without script. */
export function ChainSearch({
  q,
  found,
}: {
  readonly q: string;
  readonly found: readonly ConceptRow[] | null;
}) {
  const t = useTranslations("chain.search");
  return (
    <div className="mb-6">
      <search>
        <form method="get" className="flex flex-col gap-1">
          <label htmlFor="chain-q" className="font-medium">
            {t("label")}
          </label>
          <div className="flex max-w-xl gap-2">
            <TextInput id="chain-q" name="q" type="search" defaultValue={q} placeholder={t("placeholder")} />
            <Button type="submit">{t("go")}</Button>
          </div>
        </form>
      </search>
      {found === null ? null : (
        <section aria-labelledby="found" className="mt-4">
          <div className="flex flex-wrap items-baseline justify-between gap-4">
            <h2 id="found" className="text-lg">
              {t("results", { count: found.length })}
            </h2>
            {found.length > 0 ? (
              <ButtonLink size="sm" href="/chain">
                {t("clear")}
              </ButtonLink>
            ) : null}
          </div>
          {found.length === 0 ? (
            <EmptyState
              title={t("none", { q })}
              body={t("noneBody")}
              action={<ButtonLink href="/chain">{t("clear")}</ButtonLink>}
            />
          ) : (
            <ConceptTable caption={t("results", { count: found.length })} rows={found} />
          )}
        </section>
      )}
    </div>
  );
}
