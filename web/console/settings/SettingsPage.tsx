import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../parts/Panel.tsx';
import { useMay } from '../session/me.ts';
import { useTexts } from '../texts.tsx';
import { ShopSettings } from './ShopSettings.tsx';
import { StaffSettings } from './StaffSettings.tsx';
import { StoreSettings } from './StoreSettings.tsx';
import { WorkflowPicture } from './WorkflowPicture.tsx';

const TABS = ['shop', 'stores', 'staff', 'workflows'] as const;

/** The owner's settings, one tab each; the tab is part of the address. */
export function SettingsPage() {
  const t = useTexts();
  const may = useMay();
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const tabs = TABS.filter((tab) => tab !== 'staff' || may('staff.manage'));
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
              {t.owner.settings.tabs[tab]}
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
        <Tabs.Panel value="workflows">
          <WorkflowPicture />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
