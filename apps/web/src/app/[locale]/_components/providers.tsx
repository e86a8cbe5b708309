import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClientMessages } from "#components/client-messages.tsx";
import { LateToaster } from "#components/late-toaster.tsx";
import { NonceProvider } from "#components/nonce-provider.tsx";
import { RoutedLinks } from "#components/routed-links.tsx";
import { ApiProvider } from "#lib/trpc/provider.tsx";

export function Providers({ nonce, children }: { readonly nonce: string; readonly children: ReactNode }) {
  const nav = useTranslations("nav");
  const action = useTranslations("common.action");
  return (
    <NonceProvider nonce={nonce}>
      <ClientMessages>
        <ApiProvider>
          {children}
          <RoutedLinks />
          <LateToaster label={nav("notices.label", { count: 0 })} closeLabel={action("close")} />
        </ApiProvider>
      </ClientMessages>
    </NonceProvider>
  );
}
