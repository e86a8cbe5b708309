ALTER TABLE "battery_of" DROP CONSTRAINT "battery_of_org_id_organization_id_fk";
