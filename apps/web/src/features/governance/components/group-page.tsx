import { formatDate, type Locale, recordWords } from "@lilink/i18n";
import {
  Button,
  type Column,
  DataTable,
  DescriptionList,
  EmptyState,
  Field,
  NoticeBox,
  PageHeader,
  Section,
  TextInput,
} from "@lilink/ui";
import { getLocale, getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { ownText } from "#features/record/view.ts";
import { personIn } from "#lib/person-in.ts";
import { type Group, readGroup } from "../queries.ts";

type Seat = Group["seats"][number];

/** Who sits for whom on a day, by which mandate, who sat before, and where nobody sits. [GV4] */
export async function GroupPage({ on: asked }: { readonly on: string | undefined }) {
  const [t, locale, group] = await Promise.all([
    getTranslations("governance.group"),
    getLocale(),
    readGroup(asked),
  ]);
  const { on, mandate, seats, past, empty } = group;
  const words = recordWords("seat", locale);
  const rule = recordWords("mandate", locale);
  const columns = await toColumns(locale);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <form method="get" className="flex items-end gap-2">
            <Field id="group-day" label={t("day")}>
              {(aria) => <TextInput {...aria} type="date" name="on" defaultValue={on} required />}
            </Field>
            <Button type="submit">{t("show")}</Button>
          </form>
        }
      />
      <Section id="mandate" title={t("mandate")}>
        {mandate ? (
          <DescriptionList
            items={[
              {
                key: "title",
                term: rule.field("title"),
                detail: (
                  <TextLink href={`/mandates/${mandate.publicId}`}>{ownText(mandate, locale)}</TextLink>
                ),
              },
              { key: "quorum", term: t("quorum"), detail: t("quorumShare", { quorum: mandate.quorum }) },
              {
                key: "majority",
                term: t("majority"),
                detail: t("majorityOf", { majority: mandate.majority }),
              },
            ]}
          />
        ) : (
          <p className="text-muted">{t("noMandate")}</p>
        )}
      </Section>
      <Section id="seats" title={t("seats", { count: seats.length, day: formatDate(on, locale) })}>
        {empty.length > 0 && seats.length > 0 ? (
          <NoticeBox tone="warning" className="mb-4">
            {t("empty", {
              links: empty.map((link) => words.choice("links", link)).join(locale === "en" ? ", " : "、"),
            })}
          </NoticeBox>
        ) : null}
        <DataTable
          caption={t("seats", { count: seats.length, day: formatDate(on, locale) })}
          rows={seats}
          rowKey={({ publicId }) => publicId}
          groupOf={({ body }) => ({ key: body, heading: words.choice("body", body) })}
          empty={
            <EmptyState
              title={t("none")}
              body={t("noneStep")}
              action={<TextLink href="/seats">{words.title}</TextLink>}
            />
          }
          columns={columns}
        />
      </Section>
      {past.length > 0 ? (
        <Section id="past" title={t("past")}>
          <DataTable caption={t("past")} rows={past} rowKey={({ publicId }) => publicId} columns={columns} />
        </Section>
      ) : null}
    </>
  );
}

async function toColumns(locale: Locale): Promise<readonly Column<Seat>[]> {
  const t = await getTranslations("governance.group");
  const words = recordWords("seat", locale);
  return [
    {
      key: "name",
      label: words.field("name"),
      lead: true,
      cell: ({ publicId, nameZh, nameEn, role }) => (
        <>
          <TextLink href={`/seats/${publicId}`}>{ownText({ zh: nameZh, en: nameEn }, locale)}</TextLink>
          <span className="block text-sm font-normal text-muted">{words.choice("role", role)}</span>
        </>
      ),
    },
    {
      key: "holder",
      className: "sm:min-w-36 break-keep",
      label: words.field("holder"),
      cell: ({ holder, deputy }) => (
        <div>
          <NameLines text={holder ? personIn(holder, locale) : t("vacant")} />
          {deputy ? (
            <span className="block text-sm text-muted">
              <NameLines text={t("deputy", { name: personIn(deputy, locale) })} />
            </span>
          ) : null}
        </div>
      ),
    },
    {
      key: "sitting",
      label: words.field("sitting"),
      cell: ({ sitting }) =>
        sitting ? (
          <TextLink href={`/organizations/${sitting.publicId}`}>
            <OwnWords whole>{organizationName(sitting, locale)}</OwnWords>
          </TextLink>
        ) : (
          <span className="text-muted">{t("noBody")}</span>
        ),
    },
    {
      key: "links",
      label: words.field("links"),
      cell: ({ links }) => (
        <span className="flex flex-wrap gap-1">
          {links.map((link) => (
            <LinkBadge key={link} link={link} />
          ))}
        </span>
      ),
    },
    {
      key: "term",
      label: t("term"),
      cell: ({ termFrom, termTo }) => (
        <span>
          {t.rich("fromTo", {
            from: formatDate(termFrom, locale),
            to: formatDate(termTo, locale),
            day: (chunks) => <span className="whitespace-nowrap">{chunks}</span>,
          })}
        </span>
      ),
    },
    {
      key: "votes",
      label: t("votes"),
      align: "end",
      className: "whitespace-nowrap",
      cell: ({ role, asked, answered, recused }) =>
        role === "observer"
          ? t("noVote")
          : asked === recused
            ? recused === 0
              ? t("notAsked")
              : t("onlyRecused", { recused })
            : t("answered", { answered, asked: asked - recused, recused }),
    },
  ];
}

/** A name in two scripts: where it does not fit in one line, the line ends between them. */
function NameLines({ text }: { readonly text: string }) {
  return text.split(/ (?=\p{Script=Han})/u).map((part, at) => (
    <span key={part}>
      {at > 0 ? " " : null}
      <span className="inline-block">
        <OwnWords>{part}</OwnWords>
      </span>
    </span>
  ));
}
