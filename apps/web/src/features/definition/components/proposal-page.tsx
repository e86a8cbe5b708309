import { PageHeader } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { inLocale } from "#lib/in-locale.ts";
import type { DefinitionData, VersionItem } from "../queries.ts";
import { ProposalForm } from "./proposal-form.tsx";

export type ProposalPageProps = {
  readonly name: { readonly zh: string; readonly en: string };
  readonly data: DefinitionData;
  /** The newest adopted version, which a proposal is based on. */
  readonly base: VersionItem;
};

export function ProposalPage({ name, data, base }: ProposalPageProps) {
  const t = useTranslations("definition.propose");
  const { indicator, version } = base.definition;
  return (
    <>
      <PageHeader
        up={<TextLink href={`/indicators/${indicator}`}>{t("back")}</TextLink>}
        title={t("title", { name: inLocale(name, useLocale()) })}
        lead={t("lead", { version })}
      />
      <ProposalForm definition={base.definition} usable={data.usable} period={data.period} />
    </>
  );
}
