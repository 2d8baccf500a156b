import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Dressed } from './dressed.tsx';
import { PreferencesProvider } from './preferences.tsx';
import { queryClient, router } from './router.tsx';
import './theme.css';

const root = document.getElementById('desk');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <PreferencesProvider>
        <QueryClientProvider client={queryClient}>
          <Dressed>
            <RouterProvider router={router} />
          </Dressed>
        </QueryClientProvider>
      </PreferencesProvider>
    </StrictMode>,
  );
}
