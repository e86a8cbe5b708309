import { formatDate } from "@lilink/i18n";
import { Badge, type Column, DataTable, DescriptionList, NoticeBox, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { ClientMessages } from "#components/client-messages.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { Acceptances, PostingUse } from "../queries.ts";
import { UsageAccept } from "./usage-accept.tsx";
import { UsageForm } from "./usage-form.tsx";

type Acceptance = Acceptances["items"][number];

/** For its author: the terms of a posting, who accepted them, and a form that changes them. [US1] [US5] */
export function OwnUsage({
  publicId,
  use,
  accepted,
  mayAct,
  published,
}: {
  readonly publicId: string;
  readonly use: PostingUse | null;
  readonly accepted: Acceptances;
  readonly mayAct: boolean;
  readonly published: boolean;
}) {
  const t = useTranslations("usage");
  const locale = useLocale();
  const columns: readonly Column<Acceptance>[] = [
    {
      key: "who",
      label: t("own.who"),
      lead: true,
      cell: ({ organization }) => organizationName(organization, locale),
    },
    {
      key: "version",
      label: t("own.version"),
      cell: ({ version }) => (
        <Badge tone={version === use?.version ? "success" : "neutral"}>
          {t(version === use?.version ? "own.present" : "own.earlier", { version })}
        </Badge>
      ),
    },
    { key: "when", label: t("own.when"), cell: ({ acceptedAt }) => formatDate(acceptedAt, locale, "time") },
    {
      key: "agreement",
      label: t("own.agreement"),
      cell: ({ agreement }) => (agreement ? <OwnWords>{agreement}</OwnWords> : null),
    },
  ];
  return (
    <Section
      id="usage"
      title={t("title")}
      fold={
        use || accepted.items.length > 0 ? t("own.count", { count: accepted.items.length }) : t("own.none")
      }
    >
      {use ? (
        <TermsList terms={use} />
      ) : (
        <p className="text-muted">{t(published ? "own.noTerms" : "own.noTermsYet")}</p>
      )}
      {use?.isOver ? <NoticeBox className="mt-4">{t("own.over")}</NoticeBox> : null}
      {use || accepted.items.length > 0 ? (
        <div className="mt-4">
          <DataTable
            caption={t("own.caption")}
            columns={columns}
            rows={accepted.items}
            rowKey={({ organization, version }) => `${organization.publicId} ${version}`}
            empty={<p className="border-y border-line py-3">{t("own.nobody")}</p>}
          />
          {accepted.nextCursor ? <p className="mt-2 text-sm text-muted">{t("own.more")}</p> : null}
        </div>
      ) : null}
      {mayAct ? (
        <ClientMessages namespaces={["usage"]}>
          <UsageForm publicId={publicId} terms={use} />
        </ClientMessages>
      ) : null}
    </Section>
  );
}

/** For a reader who has the right: what is asked before the other parts open, or when it was accepted. [US3] */
export function ReaderUsage({
  publicId,
  use,
  mayAct,
}: {
  readonly publicId: string;
  readonly use: PostingUse;
  readonly mayAct: boolean;
}) {
  const t = useTranslations("usage");
  const locale = useLocale();
  if (use.isOver)
    return (
      <Section id="usage" title={t("title")}>
        <NoticeBox className="mb-4">{t("reader.over")}</NoticeBox>
        <TermsList terms={use} />
      </Section>
    );
  if (use.acceptedAt)
    return (
      <Section id="usage" title={t("title")}>
        <p className="mb-2 text-muted">
          {t("reader.accepted", { day: formatDate(use.acceptedAt, locale), version: use.version })}
        </p>
        <TermsList terms={use} />
      </Section>
    );
  return (
    <Section id="usage" title={t("reader.title")}>
      <NoticeBox className="mb-4">{t("reader.lead")}</NoticeBox>
      <TermsList terms={use} />
      {mayAct ? (
        <ClientMessages namespaces={["usage"]}>
          <UsageAccept
            publicId={publicId}
            version={use.version}
            asksAgreement={use.framework === "signed_agreement"}
          />
        </ClientMessages>
      ) : (
        <p className="mt-3 text-muted">{t("reader.viewer")}</p>
      )}
    </Section>
  );
}

function TermsList({ terms }: { readonly terms: PostingUse }) {
  const t = useTranslations("usage");
  const locale = useLocale();
  return (
    <DescriptionList
      items={[
        {
          key: "purposes",
          term: t("field.purposes"),
          detail: (
            <ul className="flex flex-col">
              {terms.purposes.map((purpose) => (
                <li key={purpose}>{t(`purpose.${purpose}`)}</li>
              ))}
            </ul>
          ),
        },
        { key: "framework", term: t("field.framework"), detail: t(`framework.${terms.framework}`) },
        {
          key: "until",
          term: t("field.until"),
          detail: terms.until ? formatDate(terms.until, locale) : t("noEnd"),
        },
        ...(terms.words
          ? [{ key: "words", term: t("field.words"), detail: <OwnWords>{terms.words}</OwnWords> }]
          : []),
        {
          key: "version",
          term: t("field.version"),
          detail: t("versionOf", { version: terms.version, day: formatDate(terms.setAt, locale) }),
        },
      ]}
    />
  );
}
