"use client";

import { type OrganizationRole, organizationRoles } from "@lilink/model/organization";
import { Button, Select } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type MemberProps = { readonly person: string; readonly name: string };

type RoleProps = MemberProps & { readonly role: OrganizationRole; readonly disabled?: boolean };

export function RoleSelect({ person, name, role, disabled = false }: RoleProps) {
  const t = useTranslations("settings.members");
  const roles = useTranslations("auth.role");
  const client = useTRPCClient();
  const { pending, act } = useAct({}, t("lastAdmin"));
  const change = (next: OrganizationRole) =>
    act(() => client.member.changeRole.mutate({ person, role: next }), t("roleChanged"));
  return (
    <Select
      aria-label={t("changeRole", { name })}
      className="w-40"
      disabled={pending || disabled}
      value={role}
      onChange={(event) => {
        const next = organizationRoles.find((one) => one === event.target.value);
        if (next) void change(next);
      }}
      options={organizationRoles.map((value) => ({ value, label: roles(value) }))}
    />
  );
}

export function DeactivateButton({ person, name }: MemberProps) {
  const t = useTranslations("settings.members");
  const client = useTRPCClient();
  return (
    <ConfirmDialog
      label={t("deactivate")}
      title={t("deactivateTitle", { name })}
      body={t("deactivateBody")}
      run={() => client.member.deactivate.mutate({ person })}
      done={t("removed")}
      wrongState={t("lastAdmin")}
    />
  );
}

export function ReactivateButton({ person }: Pick<MemberProps, "person">) {
  const t = useTranslations("settings.members");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const reactivate = () => act(() => client.member.reactivate.mutate({ person }), t("reactivated"));
  return (
    <Button size="sm" pending={pending} onClick={() => void reactivate()}>
      {t("reactivate")}
    </Button>
  );
}

export function RevokeInvitationButton({ id }: { readonly id: string }) {
  const t = useTranslations("settings.members");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const revoke = () => act(() => client.member.revokeInvitation.mutate({ id }), t("invitationRevoked"));
  return (
    <Button size="sm" pending={pending} onClick={() => void revoke()}>
      {t("revokeInvitation")}
    </Button>
  );
}
