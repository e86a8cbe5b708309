import { type PostingKind, postingKinds } from "@lilink/model/posting";
import { DataTable, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { LinkBadge } from "#components/link-badge.tsx";
import type { BoardData } from "../queries.ts";
import { type PostingRow, toPostingRows } from "../view.ts";
import { OriginLine } from "./origin-line.tsx";

export type BoardPostingsProps = { readonly postings: BoardData["postings"]; readonly at: Date };

/** Live postings by link and kind; each number leads to the list that it counts. */
export function BoardPostings({ postings, at }: BoardPostingsProps) {
  const t = useTranslations("board");
  const kinds = useTranslations("posting.kind");
  const column = (kind: PostingKind) => ({
    key: kind,
    label: kinds(kind),
    align: "end" as const,
    cell: (row: PostingRow) => (
      <TextLink href={`/postings?kind=${kind}&link=${row.link}`}>{row[kind]}</TextLink>
    ),
  });
  return (
    <Section
      id="postings"
      title={t("exchange.postings")}
      fold={postings.reduce((sum, { count }) => sum + count, 0)}
    >
      <DataTable
        caption={t("exchange.postingsCaption")}
        rows={toPostingRows(postings)}
        rowKey={(row) => row.link}
        columns={[
          {
            key: "link",
            label: t("exchange.link"),
            lead: true,
            cell: (row) => <LinkBadge link={row.link} />,
          },
          ...postingKinds.map(column),
          {
            key: "total",
            label: t("exchange.total"),
            align: "end",
            className: "font-medium",
            cell: (row) => <TextLink href={`/postings?link=${row.link}`}>{row.total}</TextLink>,
          },
        ]}
      />
      <OriginLine at={at} />
    </Section>
  );
}
