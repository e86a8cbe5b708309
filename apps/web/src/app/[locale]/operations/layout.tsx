import { ClientMessages } from "#components/client-messages.tsx";
import { ConfirmIdentity } from "#features/security/components/confirm-identity.tsx";
import { requireViewer } from "#lib/session.ts";

export default async function OperationsLayout({ children }: LayoutProps<"/[locale]/operations">) {
  await requireViewer("/operations");
  return (
    <ClientMessages namespaces={["operation", "settings"]}>
      <ConfirmIdentity />
      {children}
    </ClientMessages>
  );
}
