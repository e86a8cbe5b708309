import type { Register } from "@lilink/model/register";
import { landPath } from "@lilink/ui/land";
import { landId } from "#lib/outline.ts";

/** The land of the world, drawn once by the server for the drawings of a form; nothing where the register has no outline. */
export function LandOutline({ register }: { readonly register: Register }) {
  if (!Object.values(register.fields).some(({ kind }) => kind === "outline")) return null;
  return (
    <svg aria-hidden className="absolute size-0">
      <defs>
        <path id={landId} d={landPath(1)} />
      </defs>
    </svg>
  );
}
