import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { OwnershipSettings } from '../holds/OwnershipSettings.tsx';
import { ReasonsSettings } from '../holds/ReasonsSettings.tsx';
import { ChecklistSettings } from './checklists/ChecklistSettings.tsx';
import { ConnectionsSettings } from './ConnectionsSettings.tsx';
import { ShopSettings } from './ShopSettings.tsx';
import { StaffSettings } from './StaffSettings.tsx';
import { StoreSettings } from './StoreSettings.tsx';
import { WorkflowPicture } from './WorkflowPicture.tsx';

const TABS = [
  'shop',
  'stores',
  'staff',
  'checklists',
  'ownership',
  'reasons',
  'connections',
  'workflows',
] as const;
const NEEDS: Partial<Record<(typeof TABS)[number], string>> = {
  staff: 'staff.manage',
  connections: 'settings.view',
  checklists: 'settings.view',
  ownership: 'settings.view',
  reasons: 'settings.view',
};

/** The owner's settings, one tab each; the tab is part of the address. */
export function SettingsPage() {
  const t = useTexts();
  const may = useMay();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const tabs = TABS.filter((tab) => {
    const needed = NEEDS[tab];
    return needed === undefined || may(needed);
  });
  const names = {
    ...t.owner.settings.tabs,
    checklists: t.checklists.tab,
    connections: t.connections.tab,
    ownership: t.holds.rules,
    reasons: t.holds.reasons,
  };
  const at = tabs.find((tab) => tab === search['tab']) ?? 'shop';
  return (
    <Page title={t.owner.settings.title}>
      <Tabs
        value={at}
        onChange={(tab) => void navigate({ to: '/settings', search: { tab: tab ?? 'shop' }, replace: true })}
        keepMounted={false}
      >
        <Tabs.List mb={16}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab}>
              {names[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="shop">
          <ShopSettings />
        </Tabs.Panel>
        <Tabs.Panel value="stores">
          <StoreSettings />
        </Tabs.Panel>
        <Tabs.Panel value="staff">
          <StaffSettings />
        </Tabs.Panel>
        <Tabs.Panel value="checklists">
          <ChecklistSettings />
        </Tabs.Panel>
        <Tabs.Panel value="ownership">
          <OwnershipSettings />
        </Tabs.Panel>
        <Tabs.Panel value="reasons">
          <ReasonsSettings />
        </Tabs.Panel>
        <Tabs.Panel value="connections">
          <ConnectionsSettings />
        </Tabs.Panel>
        <Tabs.Panel value="workflows">
          <WorkflowPicture />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
