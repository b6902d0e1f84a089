; Installer for Windows, for Inno Setup 6.3 or newer. What was seen of it, and what was not: docs/decisions/0012-packaging.md.
;   iscc /DVersion=0.1.0 /DFlavour=full packaging\windows\snapshelf.iss
; Unattended, for all users and with the policy of this computer (docs/it.md):
;   snapshelf-full-0.1.0-windows-x64.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART /ALLUSERS /POLICY="D:\policy.json"
; Removing it takes the program away and nothing else: shops, settings and the policy stay.

#ifndef Version
  #error Say which version: /DVersion=…
#endif
#ifndef Flavour
  #define Flavour "full"
#endif
#ifndef Home
  #define Home "{autopf}\Snapshelf"
#endif
#define Policies "{commonappdata}\Snapshelf"

[Setup]
; Both flavours are one program to Windows: each is installed over the other.
AppId={{6E9C1C0E-6F0C-4F0B-9E0C-5D7E0D8C9A41}
AppName=Snapshelf
AppVersion={#Version}
AppVerName=Snapshelf {#Version} ({#Flavour})
AppPublisher=Snapshelf
VersionInfoVersion={#Version}
VersionInfoDescription=Snapshelf Setup
DefaultDirName={#Home}
DefaultGroupName=Snapshelf
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; Qt 6.11 asks for Windows 10, version 1809.
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=snapshelf-{#Flavour}-{#Version}-windows-x64
SetupIconFile=snapshelf.ico
UninstallDisplayIcon={app}\snapshelf.exe
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
SetupLogging=yes
; A window that still works is closed first, also unattended; it is not started again behind anybody's back.
CloseApplications=yes
CloseApplicationsFilter=*.exe,*.dll,*.pyd
RestartApplications=no

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
; Inno Setup 6.3 brings no Chinese along. Where the compiler has it, the installer speaks it.
#define Chinese FileExists(CompilerPath + "Languages\ChineseSimplified.isl")
#if Chinese
Name: "chinese"; MessagesFile: "compiler:Languages\ChineseSimplified.isl"
#endif

[CustomMessages]
PolicyMissing=The policy file %1 cannot be found.
PolicyForAll=A policy holds for all users of this computer: install with /ALLUSERS.
StillRunning=Snapshelf is still running. Close it, then remove it.
#if Chinese
chinese.PolicyMissing=找不到策略文件 %1。
chinese.PolicyForAll=策略对本机所有用户生效，请使用 /ALLUSERS 安装。
chinese.StillRunning=Snapshelf 仍在运行。请先将其关闭，再卸载。
#endif

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; An older version's files, some of which the new one may not have.
Type: filesandordirs; Name: "{app}\_internal"

[Dirs]
; Made here, as anybody who makes a folder below ProgramData first may write in it.
Name: "{#Policies}"; Flags: uninsneveruninstall; Check: IsAdminInstallMode

[Files]
Source: "..\..\dist\snapshelf-{#Flavour}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs
Source: "{code:PolicyFile}"; DestDir: "{#Policies}"; DestName: "policy.json"; Flags: external ignoreversion uninsneveruninstall; Check: HasPolicy

[Icons]
Name: "{group}\Snapshelf"; Filename: "{app}\snapshelf.exe"
Name: "{autodesktop}\Snapshelf"; Filename: "{app}\snapshelf.exe"; Tasks: desktopicon

[Registry]
; So that "snapshelf" starts it from the Run box, and Start-Process finds both.
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\snapshelf.exe"; ValueType: string; ValueData: "{app}\snapshelf.exe"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Microsoft\Windows\CurrentVersion\App Paths\snapshelf-cli.exe"; ValueType: string; ValueData: "{app}\snapshelf-cli.exe"; Flags: uninsdeletekey

[Run]
; The policies' folder is the administrators' (S-1-5-32-544) and the system's (S-1-5-18); users (S-1-5-32-545) read.
Filename: "{sys}\icacls.exe"; Parameters: """{#Policies}"" /setowner *S-1-5-32-544 /T /C /Q"; Flags: runhidden; Check: IsAdminInstallMode
Filename: "{sys}\icacls.exe"; Parameters: """{#Policies}"" /reset /T /C /Q"; Flags: runhidden; Check: IsAdminInstallMode
Filename: "{sys}\icacls.exe"; Parameters: """{#Policies}"" /inheritance:r /grant:r *S-1-5-18:(OI)(CI)F *S-1-5-32-544:(OI)(CI)F *S-1-5-32-545:(OI)(CI)RX /Q"; Flags: runhidden; Check: IsAdminInstallMode
Filename: "{app}\snapshelf.exe"; Description: "{cm:LaunchProgram,Snapshelf}"; Flags: nowait postinstall skipifsilent

[Code]
function PolicyFile(Param: String): String;
begin
  Result := ExpandConstant('{param:POLICY}');
  if Result <> '' then
    Result := ExpandFileName(Result);
end;

function HasPolicy: Boolean;
begin
  Result := PolicyFile('') <> '';
end;

// Refuses before anything is changed; the exit code is 1 then.
function InitializeSetup: Boolean;
var
  Wrong: String;
begin
  if HasPolicy and not FileExists(PolicyFile('')) then
    Wrong := FmtMessage(CustomMessage('PolicyMissing'), [PolicyFile('')])
  else if HasPolicy and not IsAdminInstallMode then
    Wrong := CustomMessage('PolicyForAll');
  Result := Wrong = '';
  if not Result then
  begin
    Log(Wrong);
    SuppressibleMsgBox(Wrong, mbCriticalError, MB_OK, IDOK);
  end;
end;

// Windows lets nobody write into a program that runs.
function IsRunning(Name: String): Boolean;
var
  Stream: TFileStream;
begin
  Result := False;
  Name := ExpandConstant('{app}\') + Name;
  if FileExists(Name) then
    try
      Stream := TFileStream.Create(Name, fmOpenReadWrite);
      Stream.Free;
    except
      Result := True;
    end;
end;

// The uninstaller closes no window: half a program would stay behind.
function InitializeUninstall: Boolean;
begin
  Result := not (IsRunning('snapshelf.exe') or IsRunning('snapshelf-cli.exe'));
  if not Result then
    SuppressibleMsgBox(CustomMessage('StillRunning'), mbError, MB_OK, IDOK);
end;
