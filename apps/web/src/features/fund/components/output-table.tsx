import { DataTable, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import type { Award } from "../queries.ts";
import { dayText } from "../view.ts";
import { OutputForm } from "./output-form.tsx";

type Given = {
  readonly award: Award["award"];
  readonly outputs: Award["project"]["outputs"];
  readonly mayTell: boolean;
};

/** What came of a project, with who made it and where it stands on the relay board. [FU23] [FU25] */
export function OutputTable({ award, outputs, mayTell }: Given) {
  const t = useTranslations("fund");
  const relay = useTranslations("relay.offer");
  const locale = useLocale();
  return (
    <Section id="outputs" title={t("project.outputs")}>
      <DataTable
        caption={t("project.outputs")}
        rows={outputs}
        rowKey={({ publicId }) => publicId}
        empty={<p className="text-sm text-muted">{t("project.noOutputs")}</p>}
        columns={[
          {
            key: "title",
            label: t("project.output"),
            lead: true,
            cell: ({ title, contributors, also }) => (
              <span className="flex flex-col">
                <OwnWords>{title}</OwnWords>
                {contributors.map(({ name, roles, share }) => (
                  <span key={name} className="text-sm text-muted">
                    {`${name} ${share}% · ${roles.map((role) => t(`credit.${role}`)).join(locale === "en" ? ", " : "、")}`}
                  </span>
                ))}
                {also.map((other) => (
                  <span key={other.publicId} className="text-sm text-warning">
                    <TextLink href={`/fund/awards/${other.publicId}`}>
                      {t("project.also", { title: other.title, share: other.share })}
                    </TextLink>
                  </span>
                ))}
              </span>
            ),
          },
          { key: "kind", label: t("project.kind"), cell: ({ kind }) => t(`outputKind.${kind}`) },
          { key: "identifier", label: t("project.identifier"), cell: ({ identifier }) => identifier },
          { key: "on", label: t("project.madeOn"), cell: ({ madeOn }) => dayText(madeOn, locale) },
          { key: "share", label: t("project.share"), align: "end", cell: ({ share }) => `${share}%` },
          {
            key: "relay",
            label: t("project.relay"),
            cell: ({ result, publicId, kind }) =>
              result ? (
                <TextLink href={`/fund/relay/${result}`}>{relay("onBoard")}</TextLink>
              ) : award.isOwn && kind !== "person_trained" ? (
                <TextLink href={`/fund/relay?${new URLSearchParams({ of: publicId })}#offer`}>
                  {relay("offerThis")}
                </TextLink>
              ) : null,
          },
        ]}
      />
      {mayTell ? (
        <div className="mt-6">
          <OutputForm publicId={award.publicId} />
        </div>
      ) : null}
    </Section>
  );
}
