import type { AppRouter } from "@lilink/api";
import { formatDate } from "@lilink/i18n";
import { Badge, type Column, DataTable } from "@lilink/ui";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import { findLastAdmin } from "./last-admin.ts";
import { DeactivateButton, ReactivateButton, RevokeInvitationButton, RoleSelect } from "./member-actions.tsx";

type Listing = inferRouterOutputs<AppRouter>["member"]["list"];
type Member = Listing["members"][number];

export function MemberTable({
  members,
  manage,
}: {
  readonly members: readonly Member[];
  readonly manage: boolean;
}) {
  const t = useTranslations("settings.members");
  const roles = useTranslations("auth.role");
  const locale = useLocale();
  const last = findLastAdmin(members);
  const columns: Column<Member>[] = [
    {
      key: "name",
      label: t("name"),
      lead: true,
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          <OwnWords>{row.name}</OwnWords>
          {row.self ? <Badge>{t("you")}</Badge> : null}
          {row.active ? null : <Badge tone="warning">{t("inactive")}</Badge>}
          {row.duties.map((duty) => (
            <Badge key={duty} tone="info">
              {t(`duties.${duty}`)}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      key: "email",
      label: t("email"),
      cell: (row) => <span className="wrap-anywhere sm:whitespace-nowrap">{row.email}</span>,
    },
    {
      key: "role",
      label: t("role"),
      cell: (row) =>
        manage && row.active ? (
          <RoleSelect
            person={row.publicId}
            name={row.name}
            role={row.role}
            disabled={row.publicId === last}
          />
        ) : (
          roles(row.role)
        ),
    },
    {
      key: "since",
      label: t("since"),
      className: "whitespace-nowrap",
      cell: (row) => formatDate(row.since, locale),
    },
    {
      key: "act",
      label: "",
      head: <span className="sr-only">{t("deactivate")}</span>,
      align: "end",
      acts: true,
      className: "sm:max-w-56 max-sm:py-1",
      cell: (row) => {
        if (!manage) return null;
        if (row.publicId === last) return <span className="text-sm text-muted">{t("lastAdmin")}</span>;
        return row.active ? (
          <DeactivateButton person={row.publicId} name={row.name} />
        ) : (
          <ReactivateButton person={row.publicId} />
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t("caption")}
      rows={members}
      rowKey={(row) => row.publicId}
      columns={manage ? columns : columns.slice(0, -1)}
    />
  );
}

export function InvitationTable({ invitations }: { readonly invitations: Listing["invitations"] }) {
  const t = useTranslations("settings.members");
  const roles = useTranslations("auth.role");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("invitations")}
      rows={invitations}
      rowKey={(row) => row.id}
      columns={[
        { key: "email", label: t("email"), lead: true, cell: (row) => row.email },
        { key: "role", label: t("role"), cell: (row) => roles(row.role) },
        { key: "expires", label: t("expires"), cell: (row) => formatDate(row.expiresAt, locale, "time") },
        {
          key: "act",
          label: "",
          head: <span className="sr-only">{t("revokeInvitation")}</span>,
          align: "end",
          cell: (row) => <RevokeInvitationButton id={row.id} />,
        },
      ]}
    />
  );
}
