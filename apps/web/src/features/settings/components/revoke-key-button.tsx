"use client";

import { Button, Dialog, DialogClose } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { useAct } from "./use-act.ts";

export function RevokeKeyButton({ publicId, name }: { readonly publicId: string; readonly name: string }) {
  const t = useTranslations("settings.keys");
  const action = useTranslations("common.action");
  const client = useTRPCClient();
  const [open, setOpen] = useState(false);
  const { pending, act } = useAct();
  const revoke = async () => {
    await act(async () => {
      await client.key.revoke.mutate({ publicId });
      return t("revoked");
    });
    setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={action("close")}
      trigger={<Button size="sm">{t("revoke")}</Button>}
      title={t("revokeTitle", { name })}
      description={t("revokeBody")}
      actions={
        <>
          <DialogClose asChild>
            <Button>{action("cancel")}</Button>
          </DialogClose>
          <Button variant="danger" pending={pending} onClick={() => void revoke()}>
            {t("revoke")}
          </Button>
        </>
      }
    />
  );
}
