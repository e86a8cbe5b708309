"use client";

import { Switch } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Whether officers may read the own name in the network. [NW5] */
export function NameSwitch({ named }: { readonly named: boolean }) {
  const t = useTranslations("network.named");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  return (
    <Switch
      id="network-named"
      label={t("label")}
      checked={named}
      disabled={pending}
      onCheckedChange={(next) =>
        void act(() => client.network.name.mutate({ named: next }), t(next ? "on" : "off"))
      }
    />
  );
}
