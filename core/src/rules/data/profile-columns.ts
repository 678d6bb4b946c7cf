import type { ColumnProfile, DataProfile } from "../../model/data-profile.js";
import type { Network } from "../../model/network.js";
import { columnsNamed, featureColumns, findColumn } from "./columns.js";

/** The training file's profile with the columns that are used, as far as the text says which. */
export interface UsedColumns {
  readonly profile: DataProfile;
  readonly features: readonly ColumnProfile[];
  readonly labels: readonly ColumnProfile[];
}

/** `undefined` when the file could not be read, or the text does not say which columns are used. */
export function usedColumns({ data }: Network): UsedColumns | undefined {
  const { trainProfile: profile } = data;
  const features = profile && featureColumns(data, profile);
  if (!profile || !features) return undefined;
  const labels = (columnsNamed(data.label) ?? []).flatMap((name) => findColumn(profile, name) ?? []);
  return { profile, features, labels };
}
